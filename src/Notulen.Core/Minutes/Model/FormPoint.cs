using System.ComponentModel.DataAnnotations;

namespace Notulen.Core.Minutes.Model;

/// <summary>One thing that was said, with the numbers of the fragments that prove it.</summary>
internal sealed record FormPoint
{
    public const int LongestText = 260;

    [MaxLength(LongestText)]
    public string Text { get; init; } = "";

    [MaxLength(5)]
    public IReadOnlyList<int> Evidence { get; init; } = [];
}

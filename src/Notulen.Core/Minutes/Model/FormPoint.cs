using System.ComponentModel.DataAnnotations;

namespace Notulen.Core.Minutes.Model;

/// <summary>One thing that was said, with the numbers of the fragments that prove it.</summary>
internal sealed record FormPoint
{
    [MaxLength(260)]
    public string Text { get; init; } = "";

    [MaxLength(5)]
    public IReadOnlyList<int> Evidence { get; init; } = [];
}

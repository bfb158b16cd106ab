using System.ComponentModel.DataAnnotations;

namespace Notulen.Core.Minutes.Model;

/// <summary>The form that the model fills in for an agenda item or a part of one. The grammar is made from this type.</summary>
internal sealed record ItemForm
{
    [MaxLength(8)]
    public IReadOnlyList<FormPoint> Points { get; init; } = [];
}

namespace Notulen.Core.Minutes.Facts;

/// <summary>Numbers of votes as they were said; null when not said.</summary>
/// <param name="For">In favour.</param>
/// <param name="Against">Against.</param>
/// <param name="Abstained">Abstained.</param>
/// <param name="Unanimous">Said to be without anybody against.</param>
/// <param name="Segments">Ids of the segments in which they were said.</param>
public sealed record Votes(int? For, int? Against, int? Abstained, bool Unanimous, IReadOnlyList<int> Segments)
{
    public static readonly Votes None = new(null, null, null, false, []);

    public bool IsEmpty => For is null && Against is null && Abstained is null && !Unanimous;

    /// <summary>What this one says, completed with another.</summary>
    public Votes Or(Votes other) => IsEmpty ? other : other.IsEmpty ? this : new(
        For ?? other.For, Against ?? other.Against, Abstained ?? other.Abstained, Unanimous || other.Unanimous && For is null && Against is null,
        For is not null && Against is not null ? Segments : [.. Segments.Union(other.Segments).Order()]);
}

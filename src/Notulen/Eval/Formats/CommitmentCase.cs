namespace Notulen.App.Eval.Formats;

/// <summary>Sentences of an alderman that may hold a commitment.</summary>
internal sealed record CommitmentCase : ILabelled
{
    public const string New = "new";
    public const string None = "none";
    public const string Ambiguous = "ambiguous";

    public static readonly IReadOnlyList<string> Labels = [New, "earlier", None, Ambiguous];

    public required string Id { get; init; }

    public string? Speaker { get; init; }

    public required string Text { get; init; }

    /// <summary>new: made, confirmed or repeated now; earlier: refers to one made before; none; ambiguous: not scored.</summary>
    public required string Label { get; init; }
}

namespace Notulen.App.Eval.Formats;

/// <summary>A statement with its evidence, to be judged by that evidence alone.</summary>
internal sealed record FaithfulnessCase : ILabelled
{
    public const string Supported = "supported";
    public const string Unsupported = "unsupported";

    public static readonly IReadOnlyList<string> Labels = [Supported, Unsupported];

    public required string Id { get; init; }

    /// <summary>Joins a true statement with its false twin: for counting afterwards, never for judging.</summary>
    public string? Pair { get; init; }

    /// <summary>"nl" or "en".</summary>
    public required string Lang { get; init; }

    public required string Statement { get; init; }

    public required IReadOnlyList<SpokenTurn> EvidenceTurns { get; init; }

    public required string Label { get; init; }

    /// <summary>What was made wrong on purpose; null for a true statement.</summary>
    public string? ErrorType { get; init; }
}

namespace Notulen.App.Eval.Formats;

/// <summary>A meeting with a summary that people wrote (QMSum, EuroParl).</summary>
internal sealed record Conversation
{
    public required string Id { get; init; }

    /// <summary>"nl" or "en"; null to let the transcript tell.</summary>
    public string? Lang { get; init; }

    public required IReadOnlyList<SpokenTurn> Turns { get; init; }

    public required string Summary { get; init; }

    /// <summary>Turns at which a topic begins; null where nobody marked them.</summary>
    public IReadOnlyList<int>? TopicBoundaries { get; init; }
}

namespace Notulen.App.Eval.Formats;

/// <summary>What the pipeline made of a meeting, in turns instead of segments: <c>PREDS/ID.json</c>.</summary>
internal sealed record PredictedMeeting
{
    /// <summary>Items in the order of the meeting; one that is taken up again stands there twice.</summary>
    public IReadOnlyList<PredictedItem> Items { get; init; } = [];

    public IReadOnlyList<PredictedDecision> Decisions { get; init; } = [];

    public IReadOnlyList<PredictedMotion> Motions { get; init; } = [];

    public Heading? Meeting { get; init; }
}

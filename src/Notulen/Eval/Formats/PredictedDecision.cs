namespace Notulen.App.Eval.Formats;

/// <summary>A decision that is not about a motion or amendment.</summary>
internal sealed record PredictedDecision : PredictedVote
{
    /// <summary>Number of the agenda item.</summary>
    public string? Item { get; init; }
}

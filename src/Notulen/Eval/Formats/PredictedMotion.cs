namespace Notulen.App.Eval.Formats;

/// <summary>A motion or amendment with its number.</summary>
internal sealed record PredictedMotion : PredictedVote
{
    public string? Number { get; init; }

    /// <summary>"motie" or "amendement".</summary>
    public string? Kind { get; init; }
}

namespace Notulen.App.Eval.Formats;

/// <summary>An outcome as the minutes give it.</summary>
internal record PredictedVote : Vote
{
    /// <summary>Turns that the minutes point at as proof.</summary>
    public IReadOnlyList<int>? EvidenceTurns { get; init; }

    /// <summary>What the minutes say; for people who look for the cause of a miss.</summary>
    public string? Text { get; init; }
}

namespace Notulen.App.Eval.Formats;

/// <summary>A known outcome.</summary>
internal record GoldVote : Vote
{
    /// <summary>Turn in which the result is said; null when it never was.</summary>
    public int? VoteTurn { get; init; }
}

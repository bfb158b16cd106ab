using System.Text.RegularExpressions;
using Notulen.App.Eval.Formats;

namespace Notulen.App.Eval.Scores;

/// <summary>When two outcomes, counts or numbers are the same.</summary>
internal static partial class Votes
{
    /// <summary>A tied vote is by law put to the vote again at the next meeting, so it counts as held over.</summary>
    public static string OutcomeOf(Vote vote) => vote.Outcome?.ToLowerInvariant() switch
    {
        null or "" => "none",
        "tied" => "held-over",
        var outcome => outcome,
    };

    public static bool SameOutcome(Vote gold, Vote said) => OutcomeOf(gold) == OutcomeOf(said);

    /// <summary>Whether something was decided at all.</summary>
    public static bool Decides(Vote vote) => OutcomeOf(vote) is not ("none" or "noted");

    /// <summary>Both counts right; for "met algemene stemmen" also nobody against.</summary>
    public static bool AreRight(Vote gold, Vote said) => gold.Unanimous == true
        ? said.Unanimous == true || said.VotesAgainst == 0 && said.VotesFor > 0
        : said.VotesFor == gold.VotesFor && said.VotesAgainst == gold.VotesAgainst;

    /// <summary>A pointer within one turn of the result.</summary>
    public static bool PointsAt(PredictedVote said, int turn) => said.EvidenceTurns?.Any(evidence => Math.Abs(evidence - turn) <= 1) == true;

    /// <summary>"H1", "h.1" and "H. 1" are one number: H.1.</summary>
    public static string NumberOf(string? number)
    {
        var bare = Blanks().Replace(number ?? "", "").ToUpperInvariant();
        var match = Parts().Match(bare);
        return match.Success && match.Groups[1].Length > 0 ? $"{match.Groups[1].Value.TrimEnd('.')}.{match.Groups[2].Value}" : bare;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(.*?)\.?(\d{1,3}|[A-Z])$")]
    private static partial Regex Parts();
}

using Notulen.App.Eval.Formats;

namespace Notulen.App.Eval.Scores;

/// <summary>Decisions on items, one per item: the first that is said counts.</summary>
internal static class DecisionScorer
{
    public static MinutesScore Add(MinutesScore score, GoldMeeting gold, PredictedMeeting said)
    {
        var spoken = ByItem(gold, decision => decision.VoteTurn is not null);
        var all = ByItem(gold, Votes.Decides);
        var ours = said.Decisions.GroupBy(decision => TurnItems.Name(decision.Item)).ToDictionary(group => group.Key, group => group.First());
        var claimed = ours.Where(pair => Votes.Decides(pair.Value)).Select(pair => pair.Key).ToHashSet();
        // True but unspoken ("conform") is neither right nor wrong among the spoken ones.
        var claimedSpoken = claimed.Where(item => !all.ContainsKey(item) || spoken.ContainsKey(item)).ToHashSet();
        return score with
        {
            DecisionsSpoken = Count(spoken, claimedSpoken.Count),
            DecisionsAll = Count(all, claimed.Count),
            DecisionVotes = Share.Count(spoken, pair => ours.TryGetValue(pair.Key, out var found) && Votes.AreRight(pair.Value, found)),
            DecisionEvidence = Share.Count(spoken, pair => ours.TryGetValue(pair.Key, out var found) && Votes.PointsAt(found, pair.Value.VoteTurn!.Value)),
        };

        Hits Count(Dictionary<string, GoldVote> wanted, int claims) => new(
            wanted.Count(pair => ours.TryGetValue(pair.Key, out var found) && Votes.SameOutcome(pair.Value, found)), claims, wanted.Count);
    }

    private static Dictionary<string, GoldVote> ByItem(GoldMeeting gold, Func<GoldVote, bool> counts)
    {
        var decisions = new Dictionary<string, GoldVote>();
        foreach (var item in gold.Items.Where(item => counts(item.Decision)))
            decisions[TurnItems.Name(item.Number)] = item.Decision;
        return decisions;
    }
}

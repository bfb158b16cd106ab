using Notulen.App.Eval.Formats;

namespace Notulen.App.Eval.Scores;

/// <summary>Motions and amendments, by their number. Those without a number are not scored.</summary>
internal static class MotionScorer
{
    public static MinutesScore Add(MinutesScore score, GoldMeeting gold, PredictedMeeting said)
    {
        // A number that was tied before may come back: then two of one number are wanted.
        var wanted = gold.Items.SelectMany(item => (item.Motions ?? []).Where(motion => !string.IsNullOrEmpty(motion.Number)).Select(motion => (item, motion)))
            .DistinctBy(pair => (Votes.NumberOf(pair.motion.Number), pair.item.Number == GoldItem.Tied)).Select(pair => pair.motion)
            .GroupBy(motion => Votes.NumberOf(motion.Number)).ToList();
        var ours = said.Motions.ToLookup(motion => Votes.NumberOf(motion.Number));
        var pairs = wanted.SelectMany(group => Pair(group, [.. ours[group.Key]])).ToList();
        var (claimed, known) = (said.Motions.Count, wanted.Sum(group => group.Count()));
        var voted = pairs.Where(pair => pair.Gold.VoteTurn is not null).ToList();
        return score with
        {
            MotionsFound = new Hits(pairs.Count(pair => pair.Ours is not null), claimed, known),
            MotionsOutcome = new Hits(pairs.Count(pair => pair.Ours is not null && Votes.SameOutcome(pair.Gold, pair.Ours)), claimed, known),
            MotionVotes = Share.Count(voted, pair => pair.Ours is not null && Votes.AreRight(pair.Gold, pair.Ours)),
            MotionEvidence = Share.Count(voted, pair => pair.Ours is not null && Votes.PointsAt(pair.Ours, pair.Gold.VoteTurn!.Value)),
        };
    }

    /// <summary>To each known motion of a number the one of ours that fits best: by outcome, then by votes.</summary>
    private static IEnumerable<(GoldMotion Gold, PredictedMotion? Ours)> Pair(IEnumerable<GoldMotion> wanted, List<PredictedMotion> left)
    {
        foreach (var motion in wanted)
        {
            var best = left.MaxBy(one => (Votes.SameOutcome(motion, one) ? 2 : 0) + (Votes.AreRight(motion, one) ? 1 : 0));
            if (best is not null)
                left.Remove(best);
            yield return (motion, best);
        }
    }
}

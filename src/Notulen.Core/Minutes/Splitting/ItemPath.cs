namespace Notulen.Core.Minutes.Splitting;

/// <summary>
/// Chooses among the candidates the row of beginnings that fits best as a whole (dynamic programming): agendas are followed
/// in order, an item is sometimes skipped, and going back is rare, so that one false cue does not derail the rest.
/// </summary>
internal static class ItemPath
{
    private const double SkipCost = 0.4;
    private const double BackCost = 2.4;
    private const double BackToMotionsCost = 3;
    private const double TwiceCost = 1.5;
    private const int MostCandidates = 3000;
    private const int MostRounds = 10;

    /// <summary>Everything more that is named of the present item confirms that it is still the present one: this share of its score.</summary>
    private const double Confirmation = 1.0 / 3;

    public static IReadOnlyList<ItemCandidate> Best(IReadOnlyList<ItemCandidate> candidates)
    {
        var remaining = candidates.OrderByDescending(candidate => candidate.Score).Take(MostCandidates)
            .OrderBy(candidate => candidate.Sentence).ThenBy(candidate => candidate.Item).ToList();
        var (path, score) = Solve(remaining);
        (path, score) = WithoutMentions(remaining, path, score);
        // An item that is announced twice was perhaps only mentioned once: see whether one of the two can go at little cost.
        // Motions are handed in under an item and voted on much later: a visit with motions is real.
        foreach (var item in Announcements(path).GroupBy(step => step.Item).Where(group => group.Count() > 1).Select(group => group.Key).ToList())
        {
            foreach (var step in Announcements(path).Where(step => step.Item == item).OrderBy(step => step.Score).ToList())
            {
                var (other, otherScore) = Solve([.. remaining.Where(candidate => candidate != step)]);
                if (otherScore < score - TwiceCost || Announcements(other).Count(candidate => candidate.Item == item) >= Announcements(path).Count(candidate => candidate.Item == item))
                    continue;
                remaining.Remove(step);
                (path, score) = (other, otherScore);
                break;
            }
        }
        return path;
    }

    /// <summary>The steps to an item that nothing but the announcement speaks for.</summary>
    private static List<ItemCandidate> Announcements(List<ItemCandidate> path) =>
        [.. path.Where((step, index) => !step.IsReference && (index + 1 == path.Count || path[index + 1].Item != step.Item))];

    /// <summary>Where an item is visited with its motions, another time that only its name was heard was no visit: who speaks in, the agenda being settled.</summary>
    private static (List<ItemCandidate> Path, double Score) WithoutMentions(List<ItemCandidate> remaining, List<ItemCandidate> path, double score)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var withMotions = path.Where(step => step.IsReference).Select(step => step.Item).ToHashSet();
            var mentions = Announcements(path).Where(step => step.Score < ItemCandidate.Announced && withMotions.Contains(step.Item)).ToHashSet();
            if (mentions.Count == 0)
                break;
            remaining.RemoveAll(mentions.Contains);
            (path, score) = Solve(remaining);
        }
        return (path, score);
    }

    private static (List<ItemCandidate> Path, double Score) Solve(List<ItemCandidate> candidates)
    {
        var best = new double[candidates.Count];
        var from = new int[candidates.Count];
        var last = -1;
        // What a step costs depends on the items only: of the rows that end in an item, the best one is enough.
        var ends = new SortedDictionary<int, int>();
        var settled = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            for (; candidates[settled].Sentence < candidates[i].Sentence; settled++)
            {
                if (!ends.TryGetValue(candidates[settled].Item, out var end) || best[settled] > best[end])
                    ends[candidates[settled].Item] = settled;
            }
            var candidate = candidates[i];
            from[i] = -1;
            best[i] = candidate.OnlyNext && candidate.Item > 1
                ? double.NegativeInfinity
                : candidate.Score - SkipCost * Math.Min(3, Math.Max(0, candidate.Item - 1));
            foreach (var (item, j) in ends)
            {
                var same = item == candidate.Item;
                if (same && !candidate.IsReference || candidate.OnlyNext && candidate.Item != item + 1)
                    continue;
                var score = same ? best[j] + Confirmation * candidate.Score : best[j] + candidate.Score - Cost(item, candidate);
                if (score > best[i] || score == best[i] && from[i] > j)
                    (best[i], from[i]) = (score, j);
            }
            if (best[i] > 0 && (last < 0 || best[i] > best[last]))
                last = i;
        }
        var path = new List<ItemCandidate>();
        for (var i = last; i >= 0; i = from[i])
            path.Add(candidates[i]);
        path.Reverse();
        return (path, last < 0 ? 0 : best[last]);
    }

    private static double Cost(int from, ItemCandidate to) => to.Item > from
        ? SkipCost * Math.Min(3, to.Item - from - 1)
        : to.IsReference ? BackToMotionsCost : BackCost;
}

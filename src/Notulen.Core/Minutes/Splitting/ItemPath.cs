namespace Notulen.Core.Minutes.Splitting;

/// <summary>
/// Chooses among the candidates the row of beginnings that fits best as a whole (dynamic programming): agendas are followed
/// in order, an item is sometimes skipped, and going back is rare, so that one false cue does not derail the rest.
/// </summary>
internal static class ItemPath
{
    private const double SkipCost = 0.4;
    private const double BackCost = 2.4;
    private const double TwiceCost = 1.5;
    private const int MostCandidates = 3000;

    public static IReadOnlyList<ItemCandidate> Best(IReadOnlyList<ItemCandidate> candidates)
    {
        var remaining = candidates.OrderByDescending(candidate => candidate.Score).Take(MostCandidates)
            .OrderBy(candidate => candidate.Sentence).ThenBy(candidate => candidate.Item).ToList();
        var (path, score) = Solve(remaining);
        // An item that is visited twice was perhaps only mentioned once: see whether one of the two can go at little cost.
        foreach (var item in path.GroupBy(step => step.Item).Where(group => group.Count() > 1).Select(group => group.Key).ToList())
        {
            foreach (var step in path.Where(step => step.Item == item).OrderBy(step => step.Score).ToList())
            {
                var (other, otherScore) = Solve([.. remaining.Where(candidate => candidate != step)]);
                if (otherScore < score - TwiceCost || other.Count(candidate => candidate.Item == item) >= path.Count(candidate => candidate.Item == item))
                    continue;
                remaining.Remove(step);
                (path, score) = (other, otherScore);
                break;
            }
        }
        return path;
    }

    private static (List<ItemCandidate> Path, double Score) Solve(List<ItemCandidate> candidates)
    {
        var best = new double[candidates.Count];
        var from = new int[candidates.Count];
        var last = -1;
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            from[i] = -1;
            best[i] = candidate.OnlyNext && candidate.Item > 1
                ? double.NegativeInfinity
                : candidate.Score - SkipCost * Math.Min(3, Math.Max(0, candidate.Item - 1));
            for (var j = 0; j < i; j++)
            {
                var before = candidates[j];
                if (before.Sentence >= candidate.Sentence || before.Item == candidate.Item || candidate.OnlyNext && candidate.Item != before.Item + 1)
                    continue;
                var score = best[j] + candidate.Score - Cost(before.Item, candidate.Item);
                if (score > best[i])
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

    private static double Cost(int from, int to) =>
        to > from ? SkipCost * Math.Min(3, to - from - 1) : BackCost;
}

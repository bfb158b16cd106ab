namespace Notulen.App.Eval.Scores;

/// <summary>Where one thing ends and the next begins, held against where it truly does. All numbers are turns.</summary>
internal static class Boundaries
{
    /// <summary>How far beside the place a boundary may lie: the chair often closes one item and opens the next in one turn.</summary>
    public const int Tolerance = 2;

    /// <summary>The largest one-to-one matching within the tolerance (in one dimension the sorted greedy one is the largest).</summary>
    public static Hits Match(IEnumerable<int> gold, IEnumerable<int> said, int tolerance = Tolerance)
    {
        var (wanted, found) = (gold.Distinct().Order().ToList(), said.Distinct().Order().ToList());
        var (i, j, right) = (0, 0, 0);
        while (i < wanted.Count && j < found.Count)
        {
            if (Math.Abs(wanted[i] - found[j]) <= tolerance)
                (i, j, right) = (i + 1, j + 1, right + 1);
            else if (wanted[i] < found[j])
                i++;
            else
                j++;
        }
        return new Hits(right, found.Count, wanted.Count);
    }

    /// <summary>
    /// Pk (Beeferman et al. 1999) and WindowDiff (Pevzner and Hearst 2002): the share of windows of half a mean segment in
    /// which the two disagree, about whether there is a boundary and about how many.
    /// </summary>
    public static (double Pk, double WindowDiff) Disagreement(IEnumerable<int> gold, IEnumerable<int> said, int turns)
    {
        var wanted = Counts(gold, turns);
        var found = Counts(said, turns);
        var window = Math.Max(2, (int)Math.Round((double)turns / (wanted[turns] + 1) / 2, MidpointRounding.ToEven));
        var (pk, difference, all) = (0, 0, 0);
        for (var i = 0; i < turns - window; i++, all++)
        {
            var (a, b) = (wanted[i + window + 1] - wanted[i + 1], found[i + window + 1] - found[i + 1]);
            pk += a == 0 != (b == 0) ? 1 : 0;
            difference += a != b ? 1 : 0;
        }
        return all == 0 ? (0, 0) : ((double)pk / all, (double)difference / all);
    }

    /// <summary>How many boundaries there are before each turn; turn 0 begins everything and is none.</summary>
    private static int[] Counts(IEnumerable<int> boundaries, int turns)
    {
        var set = boundaries.ToHashSet();
        var counts = new int[turns + 1];
        for (var turn = 0; turn < turns; turn++)
            counts[turn + 1] = counts[turn] + (turn > 0 && set.Contains(turn) ? 1 : 0);
        return counts;
    }
}

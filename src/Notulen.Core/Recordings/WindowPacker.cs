namespace Notulen.Core.Recordings;

/// <summary>
/// Packs speech into windows of just under 30 seconds, cut at silences. The recogniser always works on a full 30 seconds, so
/// fuller windows are faster; it invents text in silence, so long silences are left out; and a cut through a word costs that
/// word, so of all ways to cut, the one with the fewest windows and the best cuts together is taken.
/// </summary>
public static class WindowPacker
{
    /// <summary>Most seconds of sound in a window.</summary>
    public const double MaximumSeconds = 29.5;

    // Shorter silences stay as they are: they carry the rhythm from which sentences are told.
    private const double KeptSilence = 1.0;

    // Below this, as in SpeechRegions, a frame is a pause.
    private const byte Pause = 89;

    // No cut this close to the edge of a region: that is its margin.
    private const double Edge = 0.3;

    // A stretch without any pause gets a cut at its least likely speech at least this often, as a last resort.
    private const double LongestStretch = 8;

    // A cut through a word is worse than one more window; in a pause of half a second it hardly matters.
    private const double WorstCut = 2;
    private const double GoodPause = 0.15;

    /// <summary>Windows in order; each is the stretches of the recording that it holds.</summary>
    /// <param name="regions">Where somebody speaks, in order, not overlapping.</param>
    /// <param name="frames">The channel, for finding pauses inside regions.</param>
    public static List<List<WindowSpan>> Pack(IReadOnlyList<WindowSpan> regions, SpeechFrames frames)
    {
        var pieces = regions.SelectMany((region, index) =>
            Pieces(region, index + 1 < regions.Count ? regions[index + 1].Start - region.End : double.PositiveInfinity, frames)).ToList();
        // The cheapest way to pack the first so many pieces, and with how many of them in its last window.
        var cost = new double[pieces.Count + 1];
        var taken = new int[pieces.Count + 1];
        for (var end = 1; end <= pieces.Count; end++)
        {
            cost[end] = double.PositiveInfinity;
            var length = 0.0;
            for (var start = end - 1; start >= 0; start--)
            {
                length += pieces[start].Span.Length + (start < end - 1 ? Kept(pieces[start].Span, pieces[start + 1].Span) : 0);
                if (length > MaximumSeconds + 1e-9)
                    break;
                var total = cost[start] + 1 + pieces[end - 1].CutCost;
                if (total < cost[end])
                    (cost[end], taken[end]) = (total, end - start);
            }
        }

        var windows = new List<List<WindowSpan>>();
        for (var end = pieces.Count; end > 0; end -= taken[end])
            windows.Add(Join(pieces.GetRange(end - taken[end], taken[end])));
        windows.Reverse();
        return windows;
    }

    /// <summary>Seconds of sound in a window.</summary>
    public static double Length(IReadOnlyList<WindowSpan> window) => window.Sum(span => span.Length);

    // A region, cut wherever a window might end.
    private static IEnumerable<Piece> Pieces(WindowSpan region, double gapAfter, SpeechFrames frames)
    {
        var start = region.Start;
        foreach (var (at, pause) in Pauses(region, frames).Append((region.End, Edge + gapAfter)))
        {
            while (at - start > LongestStretch)
            {
                var cut = LeastLikely(start + LongestStretch / 2, start + LongestStretch, frames);
                yield return new Piece(new WindowSpan(start, cut), WorstCut);
                start = cut;
            }
            yield return new Piece(new WindowSpan(start, at), WorstCut * Math.Exp(-pause / GoodPause));
            start = at;
        }
    }

    // The middle and the length of every pause inside a region.
    private static IEnumerable<(double At, double Pause)> Pauses(WindowSpan region, SpeechFrames frames)
    {
        var last = Math.Min(FrameAt(region.End - Edge), frames.Count);
        var since = -1;
        for (var frame = FrameAt(region.Start + Edge) + 1; frame <= last; frame++)
        {
            var quiet = frame < last && frames.Probability[frame] < Pause;
            if (quiet && since < 0)
                since = frame;
            if (quiet || since < 0)
                continue;
            yield return ((since + frame) * SpeechFrames.FrameSeconds / 2, (frame - since) * SpeechFrames.FrameSeconds);
            since = -1;
        }
    }

    private static double LeastLikely(double from, double to, SpeechFrames frames)
    {
        var best = FrameAt(to) - 1;
        for (var frame = best; frame > FrameAt(from); frame--)
        {
            if (frame < frames.Count && (best >= frames.Count || frames.Probability[frame] < frames.Probability[best]))
                best = frame;
        }
        return (best + 0.5) * SpeechFrames.FrameSeconds;
    }

    private static double Kept(WindowSpan earlier, WindowSpan later) => later.Start - earlier.End is var gap && gap <= KeptSilence ? gap : 0;

    private static List<WindowSpan> Join(List<Piece> pieces)
    {
        var window = new List<WindowSpan>();
        foreach (var (span, _) in pieces)
        {
            if (window.Count > 0 && span.Start - window[^1].End <= KeptSilence)
                window[^1] = window[^1] with { End = span.End };
            else
                window.Add(span);
        }
        return window;
    }

    private static int FrameAt(double seconds) => (int)(seconds / SpeechFrames.FrameSeconds);

    /// <param name="Span">A stretch of speech without a pause.</param>
    /// <param name="CutCost">What it costs to end a window after it, in windows.</param>
    private readonly record struct Piece(WindowSpan Span, double CutCost);
}

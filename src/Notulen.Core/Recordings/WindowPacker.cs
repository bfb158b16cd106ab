namespace Notulen.Core.Recordings;

/// <summary>
/// Packs speech regions into windows of just under 30 seconds, cut at silences. The recogniser always works on a full
/// 30 seconds, so fuller windows are faster; and it invents text in silence, so long silences are left out.
/// </summary>
public static class WindowPacker
{
    /// <summary>Most seconds of sound in a window.</summary>
    public const double MaximumSeconds = 29.5;

    // Shorter silences stay as they are: they carry the rhythm from which sentences are told.
    private const double KeptSilence = 1.0;

    // How much of a window may be given up to cut at a longer silence.
    private const double Slack = 4;

    /// <summary>Windows in order; each is the stretches of the recording that it holds.</summary>
    public static List<List<WindowSpan>> Pack(IReadOnlyList<WindowSpan> regions, SpeechFrames frames)
    {
        var windows = new List<List<WindowSpan>>();
        var window = new List<WindowSpan>();
        var length = 0.0;
        foreach (var region in regions.SelectMany(region => Split(region, frames)))
        {
            var gap = window.Count == 0 ? 0 : region.Start - window[^1].End;
            var joined = window.Count > 0 && gap <= KeptSilence;
            var added = region.Length + (joined ? gap : 0);
            if (window.Count > 0 && length + added > MaximumSeconds)
            {
                var carried = CutAtLongestSilence(window, length);
                windows.Add(window);
                window = carried;
                length = Length(window);
                joined = window.Count > 0 && region.Start - window[^1].End <= KeptSilence;
                added = region.Length + (joined ? region.Start - window[^1].End : 0);
                if (length + added > MaximumSeconds && window.Count > 0)
                {
                    windows.Add(window);
                    (window, length, joined, added) = ([], 0, false, region.Length);
                }
            }
            if (joined)
                window[^1] = window[^1] with { End = region.End };
            else
                window.Add(region);
            length += added;
        }
        if (window.Count > 0)
            windows.Add(window);
        return windows;
    }

    /// <summary>Seconds of sound in a window.</summary>
    public static double Length(IReadOnlyList<WindowSpan> window) => window.Sum(span => span.Length);

    // Moves the end of the window back to its longest silence, if that costs little. Returns what goes to the next window.
    private static List<WindowSpan> CutAtLongestSilence(List<WindowSpan> window, double length)
    {
        var best = window.Count;
        var longest = 0.0;
        var after = 0.0;
        for (var index = window.Count - 1; index > 0; index--)
        {
            after += window[index].Length;
            if (after > Slack || length - after < MaximumSeconds / 2)
                break;
            var gap = window[index].Start - window[index - 1].End;
            if (gap > longest)
                (best, longest) = (index, gap);
        }
        var carried = window[best..];
        window.RemoveRange(best, window.Count - best);
        return carried;
    }

    // Somebody who speaks on without a pause is cut where speech was least likely.
    private static IEnumerable<WindowSpan> Split(WindowSpan region, SpeechFrames frames)
    {
        while (region.Length > MaximumSeconds)
        {
            var from = FrameAt(region.Start + MaximumSeconds * 2 / 3);
            var to = Math.Min(FrameAt(region.Start + MaximumSeconds), frames.Count - 1);
            var cut = from;
            for (var frame = from; frame <= to; frame++)
            {
                if (frames.Probability[frame] <= frames.Probability[cut])
                    cut = frame;
            }
            var at = Math.Min((cut + 0.5) * SpeechFrames.FrameSeconds, region.Start + MaximumSeconds);
            yield return new WindowSpan(region.Start, at);
            region = new WindowSpan(at, region.End);
        }
        yield return region;
    }

    private static int FrameAt(double seconds) => (int)(seconds / SpeechFrames.FrameSeconds);
}

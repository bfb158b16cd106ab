namespace Notulen.Core.Recordings;

/// <summary>Translates times inside a window, from which silences were left out, to times in the recording.</summary>
public static class WindowTimes
{
    /// <param name="spans">The stretches of the window, in order.</param>
    /// <param name="seconds">Seconds from the start of the window.</param>
    /// <param name="isEnd">True for the end of a word: on a seam it belongs to the stretch before it.</param>
    /// <returns>Seconds from the start of the recording.</returns>
    public static double ToRecording(IReadOnlyList<WindowSpan> spans, double seconds, bool isEnd)
    {
        var offset = 0.0;
        foreach (var span in spans)
        {
            var inside = seconds - offset;
            if (inside < span.Length || (isEnd && inside <= span.Length))
                return span.Start + Math.Max(0, inside);
            offset += span.Length;
        }
        return spans[^1].End;
    }
}

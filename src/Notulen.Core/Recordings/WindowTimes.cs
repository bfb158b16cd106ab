namespace Notulen.Core.Recordings;

/// <summary>Translates times inside a window, from which silences were left out, to times in the recording.</summary>
public static class WindowTimes
{
    /// <summary>
    /// Where a word is in the recording. The recogniser places words a little early or late: one that reaches over a seam
    /// belongs to the stretch that has its middle, or it would last as long as the silence that was left out.
    /// </summary>
    /// <param name="spans">The stretches of the window, in order.</param>
    /// <param name="start">Seconds from the start of the window.</param>
    /// <param name="end">Seconds from the start of the window.</param>
    /// <returns>Seconds from the start of the recording.</returns>
    public static (double Start, double End) ToRecording(IReadOnlyList<WindowSpan> spans, double start, double end)
    {
        var offset = 0.0;
        var index = 0;
        while (index < spans.Count - 1 && (start + end) / 2 >= offset + spans[index].Length)
            offset += spans[index++].Length;
        var span = spans[index];
        return (At(start), Math.Max(At(start), At(end)));

        double At(double seconds) => Math.Clamp(span.Start + seconds - offset, span.Start, span.End);
    }
}

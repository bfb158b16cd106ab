namespace Notulen.Core.Recordings;

/// <summary>From speech probability per frame to the stretches in which somebody speaks.</summary>
/// <remarks>Hysteresis and limits as in Silero's own <c>get_speech_timestamps</c>, with longer margins because the recogniser needs context.</remarks>
public static class SpeechRegions
{
    private const byte Begin = 128;         // 0.5
    private const byte End = 89;            // 0.35
    private const double MinimumSpeech = 0.2;
    private const double MinimumSilence = 0.3;
    private const double Margin = 0.2;

    /// <summary>A channel is heard on its neighbour: speech counts where it is not this much louder elsewhere.</summary>
    internal const int BleedDecibels = 6;

    private const int BleedFrames = 6;

    /// <summary>The regions of one channel, in order, not overlapping, in seconds.</summary>
    /// <param name="frames">The channel.</param>
    /// <param name="others">The other channels of the same recording; empty when channels are mixed.</param>
    public static List<WindowSpan> Find(SpeechFrames frames, IReadOnlyList<SpeechFrames> others)
    {
        var raw = new List<(int From, int To)>();
        var start = -1;
        var quietSince = -1;
        for (var frame = 0; frame <= frames.Count; frame++)
        {
            var probability = frame < frames.Count && !IsBleed(frames, others, frame) ? frames.Probability[frame] : (byte)0;
            if (start < 0)
            {
                if (IsSpeech(probability))
                    (start, quietSince) = (frame, -1);
                continue;
            }
            if (probability >= End && frame < frames.Count)
            {
                quietSince = -1;
                continue;
            }
            quietSince = quietSince < 0 ? frame : quietSince;
            if (frame < frames.Count && (frame - quietSince) * SpeechFrames.FrameSeconds < MinimumSilence)
                continue;
            if ((quietSince - start) * SpeechFrames.FrameSeconds >= MinimumSpeech)
                raw.Add((start, quietSince));
            start = -1;
        }
        return WithMargins(raw, frames.Count * SpeechFrames.FrameSeconds);
    }

    internal static bool IsSpeech(byte probability) => probability >= Begin;

    private static bool IsBleed(SpeechFrames frames, IReadOnlyList<SpeechFrames> others, int frame)
    {
        if (others.Count == 0)
            return false;
        var own = Loudest(frames, frame);
        foreach (var other in others)
        {
            if (own - Loudest(other, frame) > BleedDecibels)
                return true;
        }
        return false;
    }

    // Level is dB below full scale: the smallest is the loudest.
    internal static int Loudest(SpeechFrames frames, int around)
    {
        var loudest = 120;
        var last = Math.Min(frames.Count - 1, around + BleedFrames);
        for (var frame = Math.Max(0, around - BleedFrames); frame <= last; frame++)
            loudest = Math.Min(loudest, frames.Level[frame]);
        return loudest;
    }

    private static List<WindowSpan> WithMargins(List<(int From, int To)> raw, double duration)
    {
        var regions = new List<WindowSpan>(raw.Count);
        foreach (var (from, to) in raw)
        {
            var start = Math.Max(0, from * SpeechFrames.FrameSeconds - Margin);
            var end = Math.Min(duration, to * SpeechFrames.FrameSeconds + Margin);
            if (regions.Count > 0 && start <= regions[^1].End)
                regions[^1] = regions[^1] with { End = end };
            else
                regions.Add(new WindowSpan(start, end));
        }
        return regions;
    }
}

namespace Notulen.Core.Recordings;

/// <summary>What the two channels of a recording are.</summary>
public enum StereoKind
{
    /// <summary>One sound twice, as when a mono recorder writes stereo.</summary>
    Same,

    /// <summary>Two microphones that each have their own people.</summary>
    Microphones,

    /// <summary>One room heard from two sides: everybody is in both.</summary>
    Room,
}

/// <summary>Tells from the levels while somebody speaks what two channels are.</summary>
public static class Stereo
{
    private const int SameDecibels = 3;
    private const double NearlyAlways = 0.9;
    private const double Mostly = 0.6;

    /// <param name="left">One channel.</param>
    /// <param name="right">The other.</param>
    public static StereoKind Tell(SpeechFrames left, SpeechFrames right)
    {
        var spoken = 0;
        var alike = 0;
        var apart = 0;
        for (var frame = 0; frame < Math.Min(left.Count, right.Count); frame++)
        {
            if (!SpeechRegions.IsSpeech(left.Probability[frame]) && !SpeechRegions.IsSpeech(right.Probability[frame]))
                continue;
            spoken++;
            if (Math.Abs(left.Level[frame] - right.Level[frame]) <= SameDecibels)
                alike++;
            if (Math.Abs(SpeechRegions.Loudest(left, frame) - SpeechRegions.Loudest(right, frame)) > SpeechRegions.BleedDecibels)
                apart++;
        }
        return alike >= spoken * NearlyAlways ? StereoKind.Same
            : apart >= spoken * Mostly ? StereoKind.Microphones
            : StereoKind.Room;
    }

    /// <summary>Speech where either channel has it.</summary>
    public static SpeechFrames Together(SpeechFrames left, SpeechFrames right) => new(
        [.. left.Probability.Zip(right.Probability, Math.Max)],
        [.. left.Level.Zip(right.Level, Math.Min)]);
}

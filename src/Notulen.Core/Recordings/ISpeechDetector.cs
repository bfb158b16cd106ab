namespace Notulen.Core.Recordings;

/// <summary>Tells where somebody speaks. Implemented with Silero VAD.</summary>
public interface ISpeechDetector
{
    /// <summary>Runs through one channel of working audio, streamed.</summary>
    /// <param name="file">Raw 16-bit mono samples at 16 kHz.</param>
    /// <param name="gain">Factor for quiet recordings, see <see cref="DecodedAudio.Gain"/>.</param>
    /// <param name="progress">Share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops between frames.</param>
    /// <returns>Per frame of <see cref="SpeechFrames.FrameSamples"/> samples the probability of speech and the level.</returns>
    Task<SpeechFrames> DetectAsync(string file, double gain, IProgress<double> progress, CancellationToken cancellationToken);
}

/// <summary>Speech probability and level of every frame of a channel; 2 bytes per 32 ms, so 1.8 MB for eight hours.</summary>
/// <param name="Probability">Probability of speech times 255.</param>
/// <param name="Level">Level of the frame in dB below full scale, 0 to 120.</param>
public sealed record SpeechFrames(byte[] Probability, byte[] Level)
{
    /// <summary>Samples per frame: Silero's step at 16 kHz.</summary>
    public const int FrameSamples = 512;

    /// <summary>Seconds per frame.</summary>
    public const double FrameSeconds = FrameSamples / (double)DecodedAudio.SampleRate;

    public int Count => Probability.Length;
}

using System.Buffers.Binary;

namespace Notulen.Engines.Audio;

/// <summary>Measures how loud the speech in a recording is, on the way, in a histogram of block levels.</summary>
internal sealed class SpeechLevel
{
    // EBU R 128 measures in blocks of 400 ms as well.
    private const int BlockSamples = 6_400;
    private const int Lowest = -100;
    private const double Target = -23;
    private const double MostGain = 30;

    // Quieter than this is noise of the recorder: making it louder helps nobody.
    private const double Silence = -70;

    private readonly long[] _histogram = new long[1 - Lowest];
    private readonly Dictionary<int, (double Sum, int Count)> _open = [];

    /// <summary>Adds 16-bit little-endian samples of a channel, in order.</summary>
    public void Add(ReadOnlySpan<byte> samples, int channel)
    {
        var (sum, count) = _open.GetValueOrDefault(channel);
        for (var at = 0; at + 1 < samples.Length; at += sizeof(short))
        {
            var value = BinaryPrimitives.ReadInt16LittleEndian(samples[at..]) / 32768.0;
            sum += value * value;
            if (++count < BlockSamples)
                continue;
            var level = 10 * Math.Log10(sum / count + 1e-12);
            _histogram[(int)Math.Clamp(Math.Round(level), Lowest, 0) - Lowest]++;
            (sum, count) = (0, 0);
        }
        _open[channel] = (sum, count);
    }

    /// <summary>Factor that brings speech to a usual level; 1 when it is loud enough.</summary>
    public double Gain()
    {
        // The loudest tenth of the blocks that are not silence is speech, in any meeting.
        long heard = 0;
        for (var level = (int)Silence; level <= 0; level++)
            heard += _histogram[level - Lowest];
        if (heard == 0)
            return 1;
        long above = 0;
        var speech = 1;
        while (speech > Silence && above < Math.Max(1, heard / 10))
            above += _histogram[--speech - Lowest];
        var missing = Math.Min(MostGain, Target - speech);
        return missing <= 3 ? 1 : Math.Pow(10, missing / 20);
    }
}

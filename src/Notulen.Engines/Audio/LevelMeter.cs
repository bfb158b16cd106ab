namespace Notulen.Engines.Audio;

/// <summary>
/// Finds how loud speech is in a recording, while it streams by: a histogram of the level of every 400 ms (the block of
/// EBU R 128), of which the loud end is speech.
/// </summary>
internal sealed class LevelMeter
{
    private const int BlockSamples = 6400;

    /// <summary>Blocks below this are digital silence or a dead microphone and say nothing about speech (dBFS).</summary>
    private const double Floor = -75;

    /// <summary>Where speech should be (dBFS, root mean square of 400 ms).</summary>
    private const double Target = -23;

    /// <summary>Recordings within this many dB of the target are left alone.</summary>
    private const double Tolerance = 7;

    private const double MaxGain = 30;

    private readonly long[] _histogram = new long[241];
    private double _energy;
    private int _samples;

    public void Add(ReadOnlySpan<short> samples)
    {
        while (samples.Length > 0)
        {
            var part = samples[..Math.Min(samples.Length, BlockSamples - _samples)];
            long sum = 0;
            foreach (var sample in part)
                sum += (int)sample * sample;
            _energy += sum;
            _samples += part.Length;
            if (_samples == BlockSamples)
                Close();
            samples = samples[part.Length..];
        }
    }

    /// <summary>Level that the loudest twentieth of the audible blocks exceeds, in dBFS; null when nothing is audible.</summary>
    public double? SpeechLevel()
    {
        var audible = _histogram.Sum();
        if (audible == 0)
            return null;
        var left = Math.Max(1, audible / 20);
        var bin = _histogram.Length - 1;
        while ((left -= _histogram[bin]) > 0)
            bin--;
        return bin / 2.0 - 120;
    }

    /// <summary>Factor that brings quiet speech towards the target; 1 for speech of normal level and for silence.</summary>
    public double Gain() => SpeechLevel() is { } level && level < Target - Tolerance
        ? Math.Pow(10, Math.Min(Target - level, MaxGain) / 20)
        : 1;

    private void Close()
    {
        var level = 10 * Math.Log10(_energy / _samples / (32768.0 * 32768) + 1e-12);
        if (level > Floor)
            _histogram[(int)Math.Clamp((level + 120) * 2, 0, _histogram.Length - 1)]++;
        _energy = 0;
        _samples = 0;
    }
}

using System.Buffers.Binary;

namespace Notulen.Engines.Speech;

/// <summary>A window as a WAV file in memory: 16-bit mono at 16 kHz.</summary>
internal static class WaveForm
{
    private const int Rate = 16_000;
    private const int HeaderBytes = 44;

    /// <param name="samples">-1 to 1; what lies beyond is clipped.</param>
    public static byte[] Of(ReadOnlySpan<float> samples)
    {
        var wave = new byte[HeaderBytes + samples.Length * sizeof(short)];
        "RIFF"u8.CopyTo(wave);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(4), wave.Length - 8);
        "WAVEfmt "u8.CopyTo(wave.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(28), Rate * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(32), sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(34), 16);
        "data"u8.CopyTo(wave.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(40), samples.Length * sizeof(short));
        for (var index = 0; index < samples.Length; index++)
        {
            var value = (short)Math.Clamp(MathF.Round(samples[index] * short.MaxValue), short.MinValue, short.MaxValue);
            BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(HeaderBytes + index * sizeof(short)), value);
        }
        return wave;
    }
}

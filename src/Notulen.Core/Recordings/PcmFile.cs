using System.Buffers;
using System.Buffers.Binary;

namespace Notulen.Core.Recordings;

/// <summary>Working audio on disk: raw 16-bit little-endian mono samples at 16 kHz. Read in pieces, never as a whole.</summary>
public static class PcmFile
{
    private const double Knee = 0.8;
    private const int MixSamples = 16 * 1024;

    /// <summary>Reads stretches of the recording one behind the other.</summary>
    /// <param name="path">The file.</param>
    /// <param name="spans">Stretches in seconds; what lies beyond the end of the file is left out.</param>
    /// <param name="gain">Factor for quiet recordings; peaks are bent, not clipped.</param>
    /// <returns>Samples between -1 and 1.</returns>
    public static float[] Read(string path, IReadOnlyList<WindowSpan> spans, double gain)
    {
        using var file = File.OpenHandle(path);
        var available = RandomAccess.GetLength(file) / sizeof(short);
        var ranges = spans
            .Select(span => (From: Math.Min(available, SampleAt(span.Start)), To: Math.Min(available, SampleAt(span.End))))
            .ToList();
        var samples = new float[ranges.Sum(range => range.To - range.From)];
        var filled = 0;
        foreach (var (from, to) in ranges)
        {
            var count = (int)(to - from);
            ReadSamples(file, from, samples.AsSpan(filled, count));
            filled += count;
        }
        Amplify(samples, gain);
        return samples;
    }

    /// <summary>Mixes files of equal length into one: the mean of their samples.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="target">The new file; it appears when all of it is there.</param>
    /// <param name="cancellationToken">Stops between pieces.</param>
    public static void Mix(IReadOnlyList<string> paths, string target, CancellationToken cancellationToken)
    {
        var part = target + ".part";
        var files = paths.Select(path => File.OpenHandle(path)).ToList();
        try
        {
            var length = files.Min(RandomAccess.GetLength) / sizeof(short);
            var sum = new float[MixSamples];
            var samples = new float[MixSamples];
            var bytes = new byte[MixSamples * sizeof(short)];
            using (var output = File.Create(part))
            {
                for (long at = 0; at < length; at += MixSamples)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var count = (int)Math.Min(MixSamples, length - at);
                    Array.Clear(sum);
                    foreach (var file in files)
                    {
                        ReadSamples(file, at, samples.AsSpan(0, count));
                        for (var index = 0; index < count; index++)
                            sum[index] += samples[index];
                    }
                    for (var index = 0; index < count; index++)
                        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(index * sizeof(short)), (short)MathF.Round(sum[index] / files.Count * 32768f));
                    output.Write(bytes, 0, count * sizeof(short));
                }
            }
            File.Move(part, target, overwrite: true);
        }
        finally
        {
            files.ForEach(file => file.Dispose());
            File.Delete(part);
        }
    }

    /// <summary>Multiplies, bending what would come too close to full scale.</summary>
    public static void Amplify(Span<float> samples, double gain)
    {
        if (gain == 1)
            return;
        for (var index = 0; index < samples.Length; index++)
        {
            var value = samples[index] * gain;
            var size = Math.Abs(value);
            samples[index] = (float)(size <= Knee ? value : Math.Sign(value) * (Knee + (1 - Knee) * Math.Tanh((size - Knee) / (1 - Knee))));
        }
    }

    private static long SampleAt(double seconds) => (long)Math.Round(seconds * DecodedAudio.SampleRate);

    private static void ReadSamples(Microsoft.Win32.SafeHandles.SafeFileHandle file, long from, Span<float> target)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(target.Length * sizeof(short));
        try
        {
            var wanted = bytes.AsSpan(0, target.Length * sizeof(short));
            var read = 0;
            while (read < wanted.Length && RandomAccess.Read(file, wanted[read..], from * sizeof(short) + read) is var got and > 0)
                read += got;
            for (var index = 0; index < read / sizeof(short); index++)
                target[index] = BinaryPrimitives.ReadInt16LittleEndian(wanted[(index * sizeof(short))..]) / 32768f;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}

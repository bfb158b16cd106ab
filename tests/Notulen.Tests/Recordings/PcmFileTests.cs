using System.Buffers.Binary;
using Notulen.Core.Recordings;
using Xunit;

namespace Notulen.Tests.Recordings;

public sealed class PcmFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("notulen-pcm-").FullName;

    [Fact]
    public void Stretches_are_read_one_behind_the_other_and_what_lies_beyond_the_end_is_left_out()
    {
        var file = Write("een.pcm", 32_000, at => at / 32_000.0);

        var samples = PcmFile.Read(file, [new WindowSpan(0.5, 0.6), new WindowSpan(1.9, 5)], 1);

        Assert.Equal(3200, samples.Length);
        Assert.Equal(0.25, samples[0], 0.001);
        Assert.Equal(0.95, samples[1600], 0.001);
    }

    [Fact]
    public void A_quiet_recording_is_made_louder_and_its_peaks_are_bent_and_not_clipped()
    {
        var file = Write("zacht.pcm", 100, at => at / 100.0);

        var samples = PcmFile.Read(file, [new WindowSpan(0, 1)], 4);

        Assert.Equal(0.4, samples[10], 0.001);
        Assert.All(samples.Zip(samples.Skip(1)), pair => Assert.True(pair.First <= pair.Second));
        Assert.InRange(samples[^1], 0.99, 1);
    }

    [Fact]
    public void Channels_are_mixed_to_their_mean()
    {
        const int Count = 50_001;
        var left = Write("links.pcm", Count, at => 0.5);
        var right = Write("rechts.pcm", Count + 7, at => at % 2 == 0 ? 0.25 : -1);

        PcmFile.Mix([left, right], Path.Combine(_folder, "samen.pcm"), TestContext.Current.CancellationToken);

        var mixed = PcmFile.Read(Path.Combine(_folder, "samen.pcm"), [new WindowSpan(0, 100)], 1);
        Assert.Equal(Count, mixed.Length);
        Assert.Equal([0.375, -0.25, 0.375], mixed[..3].Select(sample => Math.Round(sample, 3)));
        Assert.Equal(0.375, mixed[^1], 0.001);
        Assert.Equal(3, Directory.EnumerateFiles(_folder).Count());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, int samples, Func<int, double> value)
    {
        var bytes = new byte[samples * sizeof(short)];
        for (var at = 0; at < samples; at++)
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(at * sizeof(short)), (short)Math.Round(value(at) * 32767));
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Notulen.Core.Problems;
using Notulen.Core.Recordings;
using Notulen.Engines.Audio;
using Xunit;

namespace Notulen.Tests.Audio;

/// <summary>How long, how large, which of several tracks, and what happens where a recording or the disk ends too soon.</summary>
public sealed class RecordingLimitsTests : IDisposable
{
    private readonly AudioFolder _folder = new();
    private readonly AudioOptions _options = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FfmpegDecoder Decoder => new(Options.Create(_options), NullLogger<FfmpegDecoder>.Instance);

    [Fact]
    public async Task The_track_that_its_maker_marked_as_default_is_taken()
    {
        var path = await _folder.MakeAsync(
            "opname.mkv",
            "-f", "lavfi", "-i", "testsrc=d=1:s=32x32", "-f", "lavfi", "-i", "sine=d=1", "-f", "lavfi", "-i", "sine=d=1:r=16000",
            "-map", "0", "-map", "1", "-map", "2", "-disposition:a:0", "0", "-disposition:a:1", "default");

        var probe = await _folder.ProbeAsync(path);

        Assert.Equal((2, 16_000), (probe.Stream, probe.SampleRate));
    }

    [Fact]
    public async Task A_recording_longer_than_allowed_is_refused()
    {
        _options.MaxHours = 2.0 / 3600;
        await _folder.MakeAsync("lang.wav", "-f", "lavfi", "-i", "sine=d=4");

        Assert.Equal("audio.longest", await RefusalAsync("lang.wav"));
    }

    [Fact]
    public async Task A_recording_larger_than_allowed_is_refused()
    {
        _options.MaxGigabytes = 0.00001;
        await _folder.MakeAsync("groot.wav", "-f", "lavfi", "-i", "sine=d=4");

        Assert.Equal("audio.large", await RefusalAsync("groot.wav"));
    }

    [Fact]
    public async Task A_stream_that_goes_on_beyond_what_it_promised_is_stopped_at_the_limit()
    {
        var path = await _folder.MakeAsync("toon.wav", "-f", "lavfi", "-i", "sine=d=30");
        _options.MaxHours = 10.0 / 3600;
        var promised = new AudioProbe(0, 1, 44_100, "pcm_s16le", "wav");

        var thrown = await Assert.ThrowsAsync<NotulenException>(() => Decoder.DecodeAsync(path, promised, false, _folder.Work, new ReportTo(_ => { }), Token));

        Assert.Equal("audio.longest", thrown.Problem.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Work));
    }

    [Fact]
    public async Task A_fragmented_m4a_that_breaks_off_is_used_as_far_as_it_goes()
    {
        var whole = await _folder.MakeAsync(
            "heel.m4a", "-f", "lavfi", "-i", "anoisesrc=d=20:a=0.3:s=3", "-movflags", "+frag_keyframe+empty_moov", "-frag_duration", "1000000");
        var bytes = await File.ReadAllBytesAsync(whole, Token);
        await File.WriteAllBytesAsync(_folder.File("half.m4a"), bytes[..(bytes.Length / 2)], Token);

        var audio = await _folder.DecodeAsync(_folder.File("half.m4a"));

        Assert.Equal("audio.truncated", audio.Warning);
        Assert.InRange(audio.Duration, 8, 12);
    }

    [Fact]
    public async Task A_whole_recording_whose_length_must_be_estimated_is_not_said_to_break_off()
    {
        var path = await _folder.MakeAsync("kaal.mp3", "-f", "lavfi", "-i", "sine=d=5", "-write_xing", "0", "-id3v2_version", "0");

        Assert.Null((await _folder.DecodeAsync(path)).Warning);
    }

    [Fact]
    public async Task A_full_disk_is_said_and_leaves_nothing_behind()
    {
        if (!File.Exists("/dev/full"))
            Assert.Skip("This system has no /dev/full.");
        var path = await _folder.MakeAsync("toon.wav", "-f", "lavfi", "-i", "sine=d=3");
        File.CreateSymbolicLink(Path.Combine(_folder.Work, "channel-0.pcm.part"), "/dev/full");

        var thrown = await Assert.ThrowsAsync<NotulenException>(() => _folder.DecodeAsync(path));

        Assert.Equal("disk.full", thrown.Problem.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Work));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> RefusalAsync(string name) =>
        (await Assert.ThrowsAsync<NotulenException>(() => Decoder.ProbeAsync(_folder.File(name), Token))).Problem.Code;
}

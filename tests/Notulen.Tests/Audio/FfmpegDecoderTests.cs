using Notulen.Core.Recordings;
using Xunit;

namespace Notulen.Tests.Audio;

public sealed class FfmpegDecoderTests : IDisposable
{
    private readonly AudioFolder _folder = new();

    [Theory]
    [InlineData("opname.wav")]
    [InlineData("opname.mp3")]
    [InlineData("opname.m4a")]
    [InlineData("opname.flac")]
    [InlineData("opname.opus")]
    [InlineData("opname.wma")]
    [InlineData("opname.webm")]
    [InlineData("opname.aac")]
    [InlineData("opname.mp4", "-f", "lavfi", "-i", "testsrc=size=64x64:rate=5:duration=3", "-c:v", "mpeg4")]
    [InlineData("opname.ogg", "-c:a", "libvorbis")]
    [InlineData("opname.mka", "-c:a", "libopus")]
    [InlineData("opname.avi", "-c:a", "libmp3lame")]
    [InlineData("opname.3gp", "-c:a", "aac")]
    [InlineData("opname.mp2")]
    [InlineData("opname.caf")]
    [InlineData("opname.aiff")]
    [InlineData("telefoon.wav", "-ar", "8000", "-c:a", "pcm_mulaw")]
    [InlineData("dictafoon.wav", "-c:a", "adpcm_ima_wav")]
    [InlineData("studio.wav", "-ar", "96000", "-c:a", "pcm_s24le")]
    [InlineData("hoes.mp3", "-f", "lavfi", "-i", "color=s=64x64:d=0.04:r=25", "-map", "0", "-map", "1", "-c:v", "mjpeg", "-disposition:v", "attached_pic")]
    [InlineData("hoes.m4a", "-f", "lavfi", "-i", "color=s=64x64:d=0.04:r=25", "-map", "0", "-map", "1", "-c:v", "mjpeg", "-disposition:v", "attached_pic")]
    public async Task What_recorders_and_meeting_programs_write_is_decoded(string name, params string[] options)
    {
        string[] sound = ["-f", "lavfi", "-i", AudioFolder.Speechlike, .. options, "-t", "3"];

        var audio = await _folder.DecodeAsync(await _folder.MakeAsync(name, sound));

        Assert.Equal(3, audio.Duration, 0.15);
        Assert.Empty(audio.Warnings);
        Assert.Equal(1, _folder.Progress[^1]);
        Assert.All(_folder.Progress, share => Assert.InRange(share, 0, 1));
        Assert.Equal(["channel-0.pcm"], Directory.EnumerateFiles(_folder.Work).Select(Path.GetFileName));
        Assert.InRange(_folder.Level(audio), -24, -18);
    }

    [Fact]
    public async Task A_sine_comes_out_as_it_was_at_16_kHz()
    {
        var file = await _folder.MakeAsync("toon.wav", "-f", "lavfi", "-i", "aevalsrc=0.5*sin(2*PI*440*t):s=48000:d=2");

        var probe = await _folder.ProbeAsync(file);
        var samples = _folder.Samples(await _folder.DecodeAsync(file));

        Assert.Equal(new AudioProbe(2, 1, 48_000, "pcm_s16le", "wav"), probe);
        Assert.Equal(32_000, samples.Length);
        for (var at = 1000; at < 31_000; at++)
            Assert.Equal(0.5 * Math.Sin(2 * Math.PI * 440 * at / 16_000), samples[at], 0.01);
    }

    [Theory]
    [InlineData("pauze.webm", "libopus")]
    [InlineData("pauze.m4a", "aac")]
    public async Task A_recording_that_was_paused_keeps_its_times(string name, string codec)
    {
        var file = await _folder.MakeAsync(
            name, "-f", "lavfi", "-i", "sine=frequency=300:sample_rate=48000:d=20", "-af", "aselect='not(between(t,5,10))'", "-c:a", codec);

        var audio = await _folder.DecodeAsync(file);

        Assert.Empty(audio.Warnings);
        Assert.Equal(20, audio.Duration, 0.1);
        var samples = _folder.Samples(audio);
        Assert.All(samples[(6 * 16_000)..(9 * 16_000)], sample => Assert.Equal(0, sample, 0.001));
        Assert.InRange(samples[(11 * 16_000)..(12 * 16_000)].Max(), 0.05, 0.3);
    }

    [Fact]
    public async Task Sound_that_begins_after_the_picture_keeps_its_times()
    {
        var file = await _folder.MakeAsync(
            "later.mp4", "-f", "lavfi", "-i", "testsrc=size=64x64:rate=5:d=5", "-itsoffset", "2",
            "-f", "lavfi", "-i", "sine=frequency=300:sample_rate=16000:d=3", "-map", "0", "-map", "1", "-c:v", "mpeg4");

        var audio = await _folder.DecodeAsync(file);

        Assert.Equal(5, audio.Duration, 0.1);
        Assert.All(_folder.Samples(audio)[..30_000], sample => Assert.Equal(0, sample, 0.001));
    }

    [Fact]
    public async Task Channels_are_kept_apart_or_mixed_as_asked()
    {
        var file = await _folder.MakeAsync("twee.wav", "-f", "lavfi", "-i", "aevalsrc=0.4*sin(2*PI*200*t)|0.1*sin(2*PI*200*t):s=16000:d=4");

        var apart = await _folder.DecodeAsync(file, separateChannels: true);
        var levels = apart.Files.Select((_, channel) => _folder.Level(apart, channel)).ToArray();
        var mixed = await _folder.DecodeAsync(file);

        Assert.Equal(["channel-0.pcm", "channel-1.pcm"], apart.Files);
        Assert.Equal(-11, levels[0], 0.5);
        Assert.Equal(-23, levels[1], 0.5);
        Assert.Single(mixed.Files);
        Assert.Equal(-15.1, _folder.Level(mixed), 0.5);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(12)]
    public async Task A_microphone_per_channel_stays_that_however_many_there_are(int microphones)
    {
        // Long enough for several reads: a channel must not move when a read does not end on a whole frame.
        var sound = string.Join('|', Enumerable.Range(1, microphones).Select(channel => $"{channel}/32"));
        var file = await _folder.MakeAsync("raad.wav", "-f", "lavfi", "-i", $"aevalsrc={sound}:s=16000:d=12");

        var apart = await _folder.DecodeAsync(file, separateChannels: true);
        for (var channel = 0; channel < microphones; channel++)
            Assert.All(_folder.Samples(apart, channel), sample => Assert.Equal((channel + 1) / 32.0, sample, 0.001));
        var mixed = await _folder.DecodeAsync(file);

        Assert.Equal((microphones + 1) / 64.0, _folder.Samples(mixed)[1000], 0.002);
    }

    [Fact]
    public async Task Quiet_speech_is_made_louder_and_loud_speech_is_left_alone()
    {
        var quiet = await _folder.MakeAsync("zacht.flac", "-i", Path.Combine(Samples.Folder, "committee-en.short.m4a"), "-t", "15", "-af", "volume=-30dB");
        var loud = await _folder.MakeAsync("hard.flac", "-i", Path.Combine(Samples.Folder, "committee-en.short.m4a"), "-t", "15");

        Assert.InRange((await _folder.DecodeAsync(quiet)).Gain, 10, 32);
        Assert.Equal(1, (await _folder.DecodeAsync(loud)).Gain);
    }

    [Fact]
    public async Task The_hiss_of_an_empty_room_is_not_made_louder()
    {
        var file = await _folder.MakeAsync("ruis.flac", "-f", "lavfi", "-i", "anoisesrc=r=16000:a=0.0001:d=5:s=1");

        Assert.Equal(1, (await _folder.DecodeAsync(file)).Gain);
    }

    [Theory]
    [InlineData("-vergadering.wav")]
    [InlineData("twee\nregels.wav")]
    [InlineData("file:opname.wav")]
    [InlineData("concat:a.wav|b.wav")]
    [InlineData("opname%03d '\"$(id)`id`.wav")]
    [InlineData("raad é 日本.wav")]
    public async Task A_name_is_only_a_name(string name)
    {
        var file = await _folder.MakeAsync("gewoon.wav", "-f", "lavfi", "-i", AudioFolder.Speechlike, "-t", "1");
        File.Move(file, _folder.File(name));

        Assert.Equal(1, (await _folder.DecodeAsync(_folder.File(name))).Duration, 0.01);
    }

    [Fact]
    public async Task A_cancelled_decoding_leaves_nothing_behind()
    {
        var file = await _folder.MakeAsync("lang.flac", "-f", "lavfi", "-i", "anullsrc=r=16000:cl=mono", "-t", "3600");
        using var cancel = new CancellationTokenSource();
        var decoder = AudioFolder.NewDecoder();
        var probe = await _folder.ProbeAsync(file);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => decoder.DecodeAsync(file, probe, false, _folder.Work, new ReportTo(_ => cancel.Cancel()), cancel.Token));

        Assert.Empty(Directory.EnumerateFiles(_folder.Work));
    }

    public void Dispose() => _folder.Dispose();
}

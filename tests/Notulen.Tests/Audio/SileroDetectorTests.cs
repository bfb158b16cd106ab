using System.Text.Json;
using Notulen.Core.Recordings;
using Notulen.Engines.Audio;
using Notulen.Tests.Engines;
using Xunit;

namespace Notulen.Tests.Audio;

public sealed class SileroDetectorTests : IDisposable
{
    private readonly AudioFolder _folder = new();

    [Fact]
    public async Task Nearly_all_that_is_said_is_found_and_the_suspension_is_not()
    {
        var spoken = Sentences("committee-en.script.json");
        var regions = SpeechRegions.Find(await FramesAsync(await SampleAsync()), []);

        var found = spoken.Sum(sentence => regions.Sum(region => Overlap(sentence, region)));
        Assert.True(found > 0.97 * spoken.Sum(sentence => sentence.Length), $"{found:0.0} of {spoken.Sum(sentence => sentence.Length):0.0} s");
        Assert.All(spoken, sentence => Assert.Contains(regions, region => Overlap(sentence, region) > 0.5 * sentence.Length));
        // The meeting is suspended from 214.9 to 234.9 seconds.
        Assert.Equal(0, regions.Sum(region => Overlap(new WindowSpan(216, 234), region)), 0.5);
    }

    [Theory]
    [InlineData("anull")]
    [InlineData("volume=-35dB")]
    [InlineData("pan=stereo|c0=c0+0.35*c1|c1=c1+0.35*c0")]
    public async Task Two_microphones_that_hear_each_other_each_have_their_own_people(string filter)
    {
        var decoded = await _folder.DecodeAsync(
            await _folder.MakeAsync("stereo.flac", "-i", Path.Combine(Samples.Folder, "committee-en.stereo.opus"), "-af", filter), separateChannels: true);
        var left = await FramesAsync(Path.Combine(_folder.Work, decoded.Files[0]), decoded.Gain);
        var right = await FramesAsync(Path.Combine(_folder.Work, decoded.Files[1]), decoded.Gain);

        Assert.Equal(StereoKind.Microphones, Stereo.Tell(left, right));
        var regions = new[] { SpeechRegions.Find(left, [right]), SpeechRegions.Find(right, [left]) };
        foreach (var (channel, sentence) in SentencesOfChannels("committee-en.script.json", "visser", "mulder"))
        {
            var own = regions[channel].Sum(region => Overlap(sentence, region));
            var other = regions[1 - channel].Sum(region => Overlap(sentence, region));
            Assert.True(own > 0.75 * sentence.Length, $"{sentence}: {own:0.0} s on its own channel");
            Assert.True(other < 0.25 * sentence.Length + 0.5, $"{sentence}: {other:0.0} s on the other channel");
        }
    }

    [Theory]
    [InlineData("anullsrc=r=16000:cl=mono")]
    [InlineData("anoisesrc=r=16000:a=0.2:c=pink:s=7")]
    [InlineData("anoisesrc=r=16000:a=0.2:c=white:s=7")]
    [InlineData("anoisesrc=r=16000:a=0.01:c=brown:s=7")]
    [InlineData("sine=frequency=50:sample_rate=16000")]
    public async Task Silence_noise_and_mains_hum_are_no_speech(string source)
    {
        var audio = await _folder.DecodeAsync(await _folder.MakeAsync("stil.flac", "-f", "lavfi", "-i", source, "-t", "60"));

        var frames = await FramesAsync(Path.Combine(_folder.Work, audio.Files[0]), gain: audio.Gain);

        Assert.Equal((60 * 16_000 + 511) / 512, frames.Count);
        Assert.InRange(SpeechRegions.Find(frames, []).Sum(region => region.Length), 0, 1);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 1)]
    [InlineData(1024, 1)]
    [InlineData(1027, 2)]
    public async Task A_recording_of_hardly_anything_has_as_many_frames_as_it_needs(int bytes, int expected)
    {
        await File.WriteAllBytesAsync(_folder.File("kort.pcm"), new byte[bytes], TestContext.Current.CancellationToken);

        Assert.Equal(expected, (await FramesAsync(_folder.File("kort.pcm"))).Count);
    }

    [Fact]
    public async Task The_level_of_a_frame_is_that_of_the_sound()
    {
        var audio = await _folder.DecodeAsync(await _folder.MakeAsync("toon.wav", "-f", "lavfi", "-i", "aevalsrc=0.1*sin(2*PI*500*t):s=16000:d=5"));

        var frames = await FramesAsync(Path.Combine(_folder.Work, audio.Files[0]));

        Assert.All(frames.Level[..^1], level => Assert.InRange(level, 22, 24));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> SampleAsync() =>
        Path.Combine(_folder.Work, (await _folder.DecodeAsync(Path.Combine(Samples.Folder, "committee-en.opus"))).Files[0]);

    private static async Task<SpeechFrames> FramesAsync(string file, double gain = 1)
    {
        var last = 0.0;
        var detector = new SileroDetector(await RealEngines.RequireAsync(files => files.VoiceActivityModelAsync));
        var frames = await detector.DetectAsync(file, gain, new ReportTo(value => last = value), TestContext.Current.CancellationToken);
        Assert.Equal(1, last);
        return frames;
    }

    private static List<WindowSpan> Sentences(string script)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Samples.Folder, script)));
        return [.. json.RootElement.EnumerateArray()
            .SelectMany(block => block.GetProperty("sentences").EnumerateArray())
            .Select(sentence => new WindowSpan(sentence.GetProperty("start").GetDouble(), sentence.GetProperty("end").GetDouble()))];
    }

    // Who is named is on the left channel, the others are on the right one.
    private static List<(int Channel, WindowSpan Sentence)> SentencesOfChannels(string script, params string[] left)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Samples.Folder, script)));
        return [.. json.RootElement.EnumerateArray().SelectMany(turn => turn.GetProperty("sentences").EnumerateArray().Select(sentence => (
            left.Contains(turn.GetProperty("speakerId").GetString()) ? 0 : 1,
            new WindowSpan(sentence.GetProperty("start").GetDouble(), sentence.GetProperty("end").GetDouble()))))];
    }

    private static double Overlap(WindowSpan left, WindowSpan right) => Math.Max(0, Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start));
}

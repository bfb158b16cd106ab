using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Notulen.Core;
using Notulen.Core.Meetings;
using Notulen.Core.Problems;
using Notulen.Core.Processing.Stages;
using Notulen.Core.Recordings;
using Notulen.Tests.Recordings;
using Xunit;

namespace Notulen.Tests.Processing;

public class DetectSpeechStageTests
{
    private const int Seconds = 60;

    private readonly ScriptedDetector _detector = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_microphones_stay_apart()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, Frames((0, 20, 20), (30, 50, 40)), Frames((0, 20, 40), (30, 50, 20)));

        await RunAsync(home, meeting);

        var windows = await WindowsAsync(home);
        Assert.Equal([0, 1], windows.Select(window => window.Channel));
        Assert.All(windows.Zip([0, 29]), pair => Assert.InRange(pair.First.Start, pair.Second, pair.Second + 1));
        Assert.Equal(["channel-0.pcm", "channel-1.pcm"], (await DecodedAsync(home)).Files);
    }

    [Fact]
    public async Task A_room_heard_from_two_sides_is_mixed_so_that_nothing_is_written_out_twice()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, Frames((0, 20, 20), (30, 50, 24)), Frames((0, 20, 24), (30, 50, 20)));

        await RunAsync(home, meeting);

        Assert.Equal([0], (await WindowsAsync(home)).Select(window => window.Channel).Distinct());
        var file = Path.Combine(home.Folders.Work, meeting.Id.ToString("N"), Assert.Single((await DecodedAsync(home)).Files));
        Assert.Equal(Seconds * DecodedAudio.SampleRate * sizeof(short), new FileInfo(file).Length);

        var first = await WindowsAsync(home);
        await RunAsync(home, meeting);
        Assert.Equal(first.Select(window => window.SpansJson), (await WindowsAsync(home)).Select(window => window.SpansJson));
    }

    [Fact]
    public async Task Of_one_sound_twice_one_is_used()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, Frames((0, 20, 20)), Frames((0, 20, 20)));

        await RunAsync(home, meeting);

        Assert.Single(await WindowsAsync(home));
        Assert.Equal(["channel-0.pcm"], (await DecodedAsync(home)).Files);
    }

    [Fact]
    public async Task Where_nobody_speaks_there_is_nothing_to_write_out()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, Frames());

        var thrown = await Assert.ThrowsAsync<NotulenException>(() => RunAsync(home, meeting));

        Assert.Equal("audio.noSpeech", thrown.Problem.Code);
    }

    [Fact]
    public async Task A_window_that_comes_out_as_before_keeps_what_was_recognised_in_it()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, Frames((0, 28, 20), (30, 58, 20)));
        await RunAsync(home, meeting);
        await using (var database = home.CreateDbContext())
            await database.SpeechWindows.ExecuteUpdateAsync(set => set.SetProperty(window => window.ResultKey, "known"), Token);

        _detector.Channels[0] = Frames((0, 28, 20), (30, 50, 20));
        await RunAsync(home, meeting);

        Assert.Equal(["known", null], (await WindowsAsync(home)).Select(window => window.ResultKey));
    }

    private async Task RunAsync(TestHome home, Meeting meeting) =>
        await new DetectSpeechStage(_detector).RunAsync(await home.ContextAsync(meeting, DetectSpeechStage.StageName), Token);

    private async Task<Meeting> PrepareAsync(TestHome home, params SpeechFrames[] channels)
    {
        _detector.Channels = [.. channels];
        var meeting = await home.AddMeetingAsync(DetectSpeechStage.StageName);
        var work = Directory.CreateDirectory(Path.Combine(home.Folders.Work, meeting.Id.ToString("N"))).FullName;
        var files = channels.Select((_, channel) => $"channel-{channel}.pcm").ToList();
        foreach (var file in files)
            await File.WriteAllBytesAsync(Path.Combine(work, file), new byte[Seconds * DecodedAudio.SampleRate * sizeof(short)], Token);
        await using var database = home.CreateDbContext();
        var recording = await database.Recordings.SingleAsync(Token);
        recording.DecodedJson = JsonSerializer.Serialize(new DecodedAudio(files, Seconds, 1, []), NotulenJson.Compact);
        await database.SaveChangesAsync(Token);
        return meeting;
    }

    private static async Task<List<SpeechWindow>> WindowsAsync(TestHome home)
    {
        await using var database = home.CreateDbContext();
        return await database.SpeechWindows.AsNoTracking().OrderBy(window => window.Channel).ThenBy(window => window.Index).ToListAsync(Token);
    }

    private static async Task<DecodedAudio> DecodedAsync(TestHome home)
    {
        await using var database = home.CreateDbContext();
        return JsonSerializer.Deserialize<DecodedAudio>((await database.Recordings.SingleAsync(Token)).DecodedJson!, NotulenJson.Compact)!;
    }

    private static SpeechFrames Frames(params (double From, double To, byte Level)[] speech) => SpeechRegionsTests.Frames(Seconds, speech);

    /// <summary>Answers per file what it was told.</summary>
    private sealed class ScriptedDetector : ISpeechDetector
    {
        public List<SpeechFrames> Channels { get; set; } = [];

        public Task<SpeechFrames> DetectAsync(string file, double gain, IProgress<double> progress, CancellationToken cancellationToken) =>
            Task.FromResult(Path.GetFileName(file) == "mixed.pcm" ? Stereo.Together(Channels[0], Channels[1]) : Channels[file.EndsWith("1.pcm", StringComparison.Ordinal) ? 1 : 0]);
    }
}

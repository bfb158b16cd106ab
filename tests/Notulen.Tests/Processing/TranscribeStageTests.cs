using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Notulen.Core;
using Notulen.Core.Meetings;
using Notulen.Core.Problems;
using Notulen.Core.Processing;
using Notulen.Core.Processing.Stages;
using Notulen.Core.Recordings;
using Xunit;

namespace Notulen.Tests.Processing;

public class TranscribeStageTests
{
    private readonly ScriptedSpeechEngine _engine = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_window_becomes_text_at_its_place_in_the_recording()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, windows: 3);

        await RunAsync(home, meeting);

        var transcript = await new MeetingResults(home).TranscriptAsync(meeting.Id, Token);
        Assert.Equal(["Venster van 3 seconden.", "Venster van 3 seconden.", "Venster van 3 seconden."], transcript!.Segments.Select(segment => segment.Text));
        Assert.Equal([0, 30, 60], transcript.Segments.Select(segment => segment.Start));
        Assert.Equal("klein", transcript.Speech!.Model);
    }

    [Fact]
    public async Task A_killed_transcription_goes_on_at_the_window_where_it_stopped()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, windows: 5);
        _engine.Answer = request => _engine.Asked.Count == 3
            ? throw NotulenException.Engine("engine.failed", "speech")
            : ScriptedSpeechEngine.Say(" Eerste keer.");
        await Assert.ThrowsAsync<NotulenException>(() => RunAsync(home, meeting));

        _engine.Answer = _ => ScriptedSpeechEngine.Say(" Tweede keer.");
        _engine.Asked.Clear();
        await RunAsync(home, meeting);

        Assert.Equal(3, _engine.Asked.Count);
        var transcript = await new MeetingResults(home).TranscriptAsync(meeting.Id, Token);
        Assert.Equal(
            ["Eerste keer.", "Eerste keer.", "Tweede keer.", "Tweede keer.", "Tweede keer."],
            transcript!.Segments.Select(segment => segment.Text));
    }

    [Fact]
    public async Task Running_twice_asks_the_engine_nothing_and_gives_the_same()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, windows: 4);
        await RunAsync(home, meeting);
        var first = JsonSerializer.Serialize(await new MeetingResults(home).TranscriptAsync(meeting.Id, Token));
        _engine.Asked.Clear();

        await RunAsync(home, meeting);

        Assert.Empty(_engine.Asked);
        Assert.Equal(first, JsonSerializer.Serialize(await new MeetingResults(home).TranscriptAsync(meeting.Id, Token)));
    }

    [Fact]
    public async Task Another_model_file_recognises_everything_again()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, windows: 2);
        await RunAsync(home, meeting);
        _engine.Asked.Clear();
        _engine.Sha256 = new string('2', 64);

        await RunAsync(home, meeting);

        Assert.Equal(2, _engine.Asked.Count);
    }

    [Fact]
    public async Task A_lost_lease_writes_nothing()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, windows: 2);
        var stale = await home.ContextAsync(meeting, TranscribeStage.StageName);
        await home.ContextAsync(meeting, TranscribeStage.StageName);

        await Assert.ThrowsAsync<LeaseLostException>(() => Stage().RunAsync(stale, Token));

        await using var database = home.CreateDbContext();
        Assert.True(await database.SpeechWindows.AllAsync(window => window.ResultJson == null, Token));
    }

    [Fact]
    public async Task A_hopeless_window_is_tried_again_a_few_times_only_and_the_best_is_kept()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, windows: 1);
        _engine.Answer = request => ScriptedSpeechEngine.Say($" Poging {request.Temperature:0.0}.", request.Temperature > 0.3 && request.Temperature < 0.5 ? -1.1 : -2);

        await RunAsync(home, meeting);

        Assert.Equal([0, 0.4, 0.8], _engine.Asked.Select(request => request.Temperature));
        var transcript = await new MeetingResults(home).TranscriptAsync(meeting.Id, Token);
        Assert.Equal("Poging 0.4.", Assert.Single(transcript!.Segments).Text);
        Assert.Equal(1, transcript.Speech!.Fallbacks);
    }

    [Fact]
    public async Task An_invented_phrase_in_silence_is_dropped_and_counted()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, windows: 2);
        _engine.Answer = _ => _engine.Asked.Count == 1
            ? ScriptedSpeechEngine.Say(" Ondertiteling door vrijwilligers", -0.9)
            : ScriptedSpeechEngine.Say(" Welkom.");

        await RunAsync(home, meeting);

        var transcript = await new MeetingResults(home).TranscriptAsync(meeting.Id, Token);
        Assert.Equal("Welkom.", Assert.Single(transcript!.Segments).Text);
        Assert.Equal(1, transcript.Speech!.DroppedPhrases);
    }

    [Fact]
    public async Task The_language_is_decided_once_for_the_whole_recording()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, windows: 5, language: "auto");
        _engine.Answer = request => ScriptedSpeechEngine.Say(" Hallo.", language: request.Language ?? (_engine.Asked.Count == 2 ? "en" : "nl"));

        await RunAsync(home, meeting);

        Assert.Equal(3, _engine.Asked.Count(request => request.Language is null));
        Assert.Equal(5, _engine.Asked.Count(request => request.Language == "nl"));
        Assert.Equal("nl", (await new MeetingResults(home).TranscriptAsync(meeting.Id, Token))!.Language);
    }

    [Fact]
    public async Task The_language_is_told_from_where_most_is_said_and_not_from_where_most_is_left_out()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, windows: 4, language: "auto");
        await using (var database = home.CreateDbContext())
        {
            var sparse = await database.SpeechWindows.SingleAsync(window => window.Index == 0, Token);
            sparse.End = 29;
            sparse.SpansJson = JsonSerializer.Serialize(new WindowSpan[] { new(0, 1), new(28, 29) }, NotulenJson.Compact);
            await database.SaveChangesAsync(Token);
        }
        _engine.Answer = request => ScriptedSpeechEngine.Say(" Hallo.", language: request.Language ?? "nl");

        await RunAsync(home, meeting);

        Assert.All(_engine.Asked.Where(request => request.Language is null), request => Assert.Equal(3 * DecodedAudio.SampleRate, request.Samples.Length));
    }

    [Fact]
    public async Task A_recording_that_is_hopeless_throughout_does_not_take_three_times_as_long()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await PrepareAsync(home, windows: 60);
        _engine.Answer = _ => ScriptedSpeechEngine.Say(" Wat zegt u?", -1.4);

        await RunAsync(home, meeting);

        Assert.InRange(_engine.Asked.Count, 60 + 8, 60 + 8 + 60 / 3);
        Assert.Contains(_engine.Asked.TakeLast(8), request => request.Temperature > 0);
    }

    private Task RunAsync(TestHome home, Meeting meeting) => RunAsync(home.ContextAsync(meeting, TranscribeStage.StageName));

    private async Task RunAsync(Task<StageContext> context) => await Stage().RunAsync(await context, Token);

    private TranscribeStage Stage() => new(_engine, Options.Create(new ProcessingOptions()), NullLogger<TranscribeStage>.Instance);

    private static async Task<Meeting> PrepareAsync(TestHome home, int windows, string language = "nl")
    {
        var meeting = await home.AddMeetingAsync(TranscribeStage.StageName, language);
        var work = Path.Combine(home.Folders.Work, meeting.Id.ToString("N"));
        Directory.CreateDirectory(work);
        await File.WriteAllBytesAsync(Path.Combine(work, "0.pcm"), new byte[windows * 30 * DecodedAudio.SampleRate * 2], Token);
        await using var database = home.CreateDbContext();
        var recording = await database.Recordings.SingleAsync(row => row.MeetingId == meeting.Id, Token);
        recording.DecodedJson = JsonSerializer.Serialize(new DecodedAudio(["0.pcm"], windows * 30, 1, []), NotulenJson.Compact);
        database.SpeechWindows.AddRange(Enumerable.Range(0, windows).Select(index => new SpeechWindow
        {
            MeetingId = meeting.Id,
            Channel = 0,
            Index = index,
            Start = index * 30,
            End = index * 30 + 3,
            SpansJson = JsonSerializer.Serialize(new[] { new WindowSpan(index * 30, index * 30 + 3) }, NotulenJson.Compact),
        }));
        await database.SaveChangesAsync(Token);
        return meeting;
    }
}

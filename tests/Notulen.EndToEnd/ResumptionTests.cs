using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Notulen.EndToEnd;

/// <summary>Whatever is killed, cut off or restarted: nothing is lost, nothing is done twice, nothing half-done stays.</summary>
public sealed class ResumptionTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public ResumptionTests() => TestFolder.RequireSpeech();

    private string[] Arguments =>
        ["minutes", TestFolder.Sample("committee-en.opus"), "--language", "en", "--language-model", "none", "--speech-model", "tiny", "--out", _folder.Out, "--quiet"];

    [Fact]
    public async Task Killed_at_half_and_started_again_it_finishes_and_recognises_no_window_twice()
    {
        await using (var first = NotulenProcess.Start(_folder, Arguments))
        {
            await UntilAsync(first, () => Recognised() >= 3);
            await first.KillAsync();
        }
        var kept = Recognised();
        Assert.True(kept >= 3, $"{kept} windows kept");

        await using var second = await NotulenProcess.RunAsync(_folder, Arguments);

        Assert.Equal(0, await second.ExitAsync());
        Assert.Contains($"{kept} of ", _folder.Log());
        EveryWindowWasRecognisedOnce(kept);
        CompleteResults();
    }

    [Fact]
    public async Task Killed_again_and_again_at_any_moment_it_still_finishes_with_the_same_transcript()
    {
        var random = new Random(20261014);
        var kills = 0;
        var exit = -1;
        for (var round = 0; round < 40 && exit != 0; round++)
        {
            await using var run = NotulenProcess.Start(_folder, Arguments);
            var ends = run.ExitAsync();
            if (await Task.WhenAny(ends, Task.Delay(TimeSpan.FromMilliseconds(random.Next(600, 6000)), TestContext.Current.CancellationToken)) != ends)
            {
                await run.KillAsync();
                kills++;
            }
            else
            {
                exit = await ends;
                Assert.True(exit == 0, run.Errors);
            }
        }
        Assert.Equal(0, exit);
        Assert.True(kills > 0, "it was never killed");
        var killed = Transcript(_folder.Out);
        CompleteResults();

        using var undisturbed = new TestFolder();
        await using var whole = await NotulenProcess.RunAsync(undisturbed, [.. Arguments[..^3], "--out", undisturbed.Out, "--quiet"]);
        Assert.Equal(0, await whole.ExitAsync());
        Assert.Equal(Transcript(undisturbed.Out), killed);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Asked_to_stop_it_stops_and_goes_on_later(string signal)
    {
        await using (var first = NotulenProcess.Start(_folder, Arguments))
        {
            await UntilAsync(first, () => Recognised() >= 1);
            first.Signal(signal);
            Assert.Equal(130, await first.ExitAsync());
            Assert.Contains("gaat verder waar", first.Errors);
        }
        Assert.False(Directory.Exists(_folder.Out));
        var kept = Recognised();

        await using var second = await NotulenProcess.RunAsync(_folder, Arguments);

        Assert.Equal(0, await second.ExitAsync());
        EveryWindowWasRecognisedOnce(kept);
    }

    [Fact]
    public async Task An_engine_that_is_killed_is_started_again_and_the_work_goes_on()
    {
        await using var run = NotulenProcess.Start(_folder, Arguments);
        await UntilAsync(run, () => Recognised() >= 2);
        foreach (var engine in Signals.Descendants(run.Id, "whisper-server"))
            Signals.Send(engine, "KILL");

        Assert.Equal(0, await run.ExitAsync());
        CompleteResults();
    }

    [Fact]
    public async Task An_engine_that_hangs_is_killed_at_its_deadline_and_the_work_goes_on()
    {
        await using var run = NotulenProcess.Start(
            _folder, Arguments, new Dictionary<string, string> { ["NOTULEN__Engines__Speech__RequestDeadlineSeconds"] = "15" });
        await UntilAsync(run, () => Recognised() >= 2);
        foreach (var engine in Signals.Descendants(run.Id, "whisper-server"))
            Signals.Send(engine, "STOP");

        Assert.Equal(0, await run.ExitAsync());
        CompleteResults();
    }

    [Fact]
    public async Task An_engine_never_outlives_the_program()
    {
        int[] engines;
        await using (var run = NotulenProcess.Start(_folder, Arguments))
        {
            await UntilAsync(run, () => Recognised() >= 1);
            engines = [.. Signals.Descendants(run.Id, "whisper-server")];
            await run.KillAsync();
        }

        Assert.NotEmpty(engines);
        for (var wait = 0; wait < 100 && engines.Any(engine => Directory.Exists($"/proc/{engine}")); wait++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.All(engines, engine => Assert.False(Directory.Exists($"/proc/{engine}"), "the engine is still there"));
    }

    [Fact]
    public async Task Two_programs_on_one_data_folder_do_not_get_in_each_others_way()
    {
        await using var first = NotulenProcess.Start(_folder, Arguments);
        await UntilAsync(first, () => Recognised() >= 1);

        await using var second = await NotulenProcess.RunAsync(_folder, Arguments);

        Assert.Equal(2, await second.ExitAsync());
        Assert.Contains("gebruikt de gegevensmap", second.Errors);
        Assert.Equal(0, await first.ExitAsync());
    }

    [Fact]
    public async Task Done_once_it_is_done_and_a_second_run_only_writes_the_files_again()
    {
        await using (var first = await NotulenProcess.RunAsync(_folder, Arguments))
            Assert.Equal(0, await first.ExitAsync());
        var before = Transcript(_folder.Out);
        Directory.Delete(_folder.Out, recursive: true);
        var windows = Count(_folder.Log(), "window .* recognised");

        await using var second = await NotulenProcess.RunAsync(_folder, Arguments);

        Assert.Equal(0, await second.ExitAsync());
        Assert.Equal(before, Transcript(_folder.Out));
        Assert.Equal(windows, Count(_folder.Log(), "window .* recognised"));
        Assert.Equal(0, _folder.Query("select count(*) from Meetings") - 1);
    }

    public void Dispose() => _folder.Dispose();

    private long Recognised() => _folder.Query("select count(*) from SpeechWindows where ResultJson is not null");

    private void CompleteResults()
    {
        foreach (var extension in new[] { ".transcript.json", ".vtt", ".srt", ".minutes.json", ".minutes.md", ".minutes.docx" })
            Assert.True(new FileInfo(Path.Combine(_folder.Out, "committee-en" + extension)) is { Exists: true, Length: > 0 }, extension);
        Assert.Equal(6, Directory.GetFileSystemEntries(_folder.Out).Length);
        Assert.Empty(Directory.EnumerateFiles(_folder.Data, "*.part", SearchOption.AllDirectories));
        Assert.Equal(0, _folder.Query("select count(*) from StageRuns where State <> 2"));
        Assert.Equal(0, _folder.Query("select count(*) from SpeechWindows where ResultJson is null"));
    }

    // The log has a line per window that the engine really recognised and was committed. A kill may fall between the
    // commit and the line, so those that were kept count from the database.
    private void EveryWindowWasRecognisedOnce(long keptAfterKill)
    {
        var total = _folder.Query("select count(*) from SpeechWindows");
        var second = _folder.Log().Split(" are reused")[^1];
        Assert.Equal(total - keptAfterKill, Count(second, "window .* recognised"));
    }

    private static int Count(string text, string pattern) => Regex.Count(text, pattern);

    private static string Transcript(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "committee-en.transcript.json")));
        return string.Join("\n", json.RootElement.GetProperty("segments").EnumerateArray().Select(segment => segment.GetProperty("text").GetString()));
    }

    private static async Task UntilAsync(NotulenProcess process, Func<bool> condition)
    {
        for (var wait = 0; wait < 1200 && !condition(); wait++)
        {
            Assert.False(process.HasExited, process.Errors);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.True(condition(), "it never came that far");
    }
}

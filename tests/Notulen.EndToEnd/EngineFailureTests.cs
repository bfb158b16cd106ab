using Xunit;

namespace Notulen.EndToEnd;

/// <summary>Engines that crash, hang or keep failing: the work goes on where it can, and stops with a sentence where it cannot.</summary>
public sealed class EngineFailureTests : Rehearsal
{
    [Fact]
    public async Task An_engine_that_is_killed_is_started_again_and_the_work_goes_on()
    {
        await using var run = NotulenProcess.Start(Folder, Arguments);
        await UntilAsync(run, () => Recognised() >= 2);
        var engine = Assert.Single(Processes.Descendants(run.Id, "whisper-server"));
        Processes.Signal(engine, "KILL");

        Assert.True(await run.ExitAsync() == 0, run.Errors);
        Assert.Matches(@"(?s)Started whisper-server .*Started whisper-server ", Folder.Log());
        IsComplete();
    }

    [Fact]
    public async Task An_engine_that_hangs_is_found_out_and_replaced()
    {
        await using var run = NotulenProcess.Start(Folder, Arguments, new Dictionary<string, string> { ["NOTULEN__Engines__HangSeconds"] = "9" });
        await UntilAsync(run, () => Recognised() >= 2);
        Processes.Signal(Assert.Single(Processes.Descendants(run.Id, "whisper-server")), "STOP");

        Assert.True(await run.ExitAsync() == 0, run.Errors);
        Assert.Contains("It hangs", Folder.Log());
        IsComplete();
    }

    [Fact]
    public async Task An_engine_that_keeps_failing_stops_the_work_with_a_sentence_and_what_was_done_is_kept()
    {
        await using (var run = NotulenProcess.Start(
            Folder, Arguments, new Dictionary<string, string> { ["NOTULEN__Engines__BackOffMilliseconds"] = "1", ["NOTULEN_LANG"] = "en" }))
        {
            await UntilAsync(run, () => Recognised() >= 2);
            while (!run.HasExited)
            {
                foreach (var engine in Processes.Descendants(run.Id, "whisper-server"))
                    Processes.Signal(engine, "KILL");
                await Task.Delay(5, Token);
            }
            Assert.Equal(3, await run.ExitAsync());
            Assert.Contains("whisper-server", run.Errors);
            Assert.Contains("start again", run.Errors, StringComparison.OrdinalIgnoreCase);
            Assert.Single(run.Errors.Trim().Split('\n'));
            Assert.False(Directory.Exists(Folder.Out));
        }

        await FinishesAsync();
    }

    [Fact]
    public async Task An_engine_never_outlives_the_program()
    {
        IReadOnlyList<int> engines;
        await using (var run = NotulenProcess.Start(Folder, Arguments))
        {
            await UntilAsync(run, () => Recognised() >= 1);
            engines = Processes.Descendants(run.Id, "whisper-server");
            await run.KillAsync();
        }

        Assert.NotEmpty(engines);
        for (var wait = 0; wait < 300 && engines.Any(Processes.Runs); wait++)
            await Task.Delay(100, Token);
        Assert.All(engines, engine => Assert.False(Processes.Runs(engine), "the engine is still there"));
    }

    [Fact]
    public async Task A_decoder_that_is_killed_does_not_pass_for_a_recording_that_breaks_off()
    {
        var ffmpeg = Folder.Script("ffmpeg", "ffmpeg \"$@\" | head -c 640000\nkill -KILL $$");
        await using (var run = await NotulenProcess.RunAsync(
            Folder, Arguments, new Dictionary<string, string> { ["NOTULEN__Audio__Ffmpeg"] = ffmpeg }))
        {
            Assert.Equal(3, await run.ExitAsync());
            Assert.Contains("ffmpeg is halverwege gestopt", run.Errors);
            Assert.Empty(Directory.EnumerateFiles(Path.Combine(Folder.Data, "work"), "*", SearchOption.AllDirectories));
        }

        await FinishesAsync();
        Assert.DoesNotContain("breaks off", await File.ReadAllTextAsync(Path.Combine(Folder.Out, "committee-en.minutes.md"), Token));
    }
}

using Xunit;

namespace Notulen.EndToEnd;

/// <summary>Whatever is killed, cut off or started twice: nothing is lost, nothing is done twice, nothing half-done stays.</summary>
public sealed class InterruptionTests : Rehearsal
{
    [Fact]
    public async Task Killed_at_half_and_started_again_it_finishes_and_the_log_names_the_windows_that_were_reused()
    {
        await using (var first = NotulenProcess.Start(Folder, Arguments))
        {
            await UntilAsync(first, () => Recognised() >= 3);
            await first.KillAsync();
        }
        var kept = Recognised();

        await FinishesAsync();

        var total = Folder.Query("select count(*) from SpeechWindows");
        Assert.InRange(kept, 3, total);
        Assert.Matches($@"{kept} of {total} windows were recognised before and are reused: \d+/\d+", Folder.Log());
    }

    [Fact]
    public async Task Killed_as_each_stage_begins_or_ends_it_goes_on()
    {
        foreach (var moment in new[]
        {
            "decode .* started", "decode .* done", "detect-speech .* started", "detect-speech .* done", "transcribe .* started",
            "window .* recognised", "transcribe .* done", "split-agenda .* started", "extract-facts .* started", "compose .* started", "compose .* done",
        })
        {
            await using var run = NotulenProcess.Start(Folder, Arguments);
            await UntilAsync(run, () => System.Text.RegularExpressions.Regex.IsMatch(Folder.Log(), moment), pause: 2);
            await run.KillAsync();
        }

        await FinishesAsync();
    }

    [Fact]
    public async Task Killed_again_and_again_at_any_moment_it_finishes_with_the_same_transcript()
    {
        var random = new Random(20261014);
        var kills = 0;
        for (var patience = 2; ; patience++)
        {
            await using var run = NotulenProcess.Start(Folder, Arguments);
            var ends = run.ExitAsync();
            var lines = Lines() + random.Next(1, patience);
            while (!ends.IsCompleted && Lines() < lines)
                await Task.Delay(5, Token);
            await Task.WhenAny(ends, Task.Delay(random.Next(0, 400), Token));
            if (ends.IsCompleted)
            {
                Assert.True(await ends == 0, run.Errors);
                break;
            }
            await run.KillAsync();
            kills++;
        }
        Assert.True(kills > 0, "it was never killed");
        IsComplete();

        using var undisturbed = new TestFolder();
        await using var whole = await NotulenProcess.RunAsync(undisturbed, ArgumentsTo(undisturbed.Out));
        Assert.Equal(0, await whole.ExitAsync());
        Assert.Equal(Said(undisturbed.Out), Said(Folder.Out));

        int Lines() => Folder.Log().Count(letter => letter == '\n');
    }

    [Theory]
    [InlineData("INT", "nl", "gaat verder waar")]
    [InlineData("TERM", "en", "goes on where it was")]
    public async Task Asked_to_stop_it_stops_at_once_and_goes_on_later(string signal, string language, string said)
    {
        await using (var first = NotulenProcess.Start(Folder, Arguments, new Dictionary<string, string> { ["NOTULEN_LANG"] = language }))
        {
            await UntilAsync(first, () => Recognised() >= 1);
            first.Signal(signal);
            Assert.Equal(130, await first.ExitAsync());
            Assert.Contains(said, first.Errors);
            Assert.Single(first.Errors.Trim().Split('\n'));
        }
        Assert.False(Directory.Exists(Folder.Out));
        Assert.Empty(Processes.Of(Folder.Path));
        Assert.Equal(0, Folder.Query("select count(*) from StageRuns where State not in (0, 2)"));

        await FinishesAsync();
    }

    [Fact]
    public async Task Ctrl_C_while_the_sound_is_decoded_does_not_pass_for_a_recording_that_breaks_off()
    {
        // Told to stop, ffmpeg ends in good order with what it has: half a meeting.
        var ffmpeg = Folder.Script("ffmpeg", $"trap 'exit 255' INT\nffmpeg \"$@\" | head -c 64000\ntouch {Folder.File("begonnen")}\nwhile printf '\\0\\0'; do sleep 0.1; done");
        await using (var first = NotulenProcess.Start(Folder, Arguments, new Dictionary<string, string> { ["NOTULEN__Audio__Ffmpeg"] = ffmpeg }, "setsid"))
        {
            await UntilAsync(first, () => File.Exists(Folder.File("begonnen")));
            Processes.SignalGroup(first.Id, "INT");
            Assert.Equal(130, await first.ExitAsync());
        }

        await FinishesAsync();
        Assert.DoesNotContain("breaks off", await File.ReadAllTextAsync(Path.Combine(Folder.Out, "committee-en.minutes.md"), Token));
    }

    [Fact]
    public async Task However_often_it_is_killed_before_it_got_anywhere_a_new_start_works()
    {
        var ffmpeg = Folder.Script("ffmpeg", $"touch {Folder.File("begonnen")}\nwhile printf '\\0\\0'; do sleep 0.1; done");
        for (var kill = 0; kill < 4; kill++)
        {
            await using var run = NotulenProcess.Start(Folder, Arguments, new Dictionary<string, string> { ["NOTULEN__Audio__Ffmpeg"] = ffmpeg });
            await UntilAsync(run, () => File.Exists(Folder.File("begonnen")));
            await run.KillAsync();
            File.Delete(Folder.File("begonnen"));
        }

        await FinishesAsync();
    }

    [Fact]
    public async Task Two_programs_on_one_data_folder_do_not_get_in_each_others_way()
    {
        await using var first = NotulenProcess.Start(Folder, Arguments);
        await UntilAsync(first, () => Recognised() >= 1);
        first.Signal("STOP");

        foreach (var (language, said) in new[] { ("nl", "gebruikt de gegevensmap"), ("en", "already uses the data folder") })
        {
            await using var second = await NotulenProcess.RunAsync(Folder, Arguments, new Dictionary<string, string> { ["NOTULEN_LANG"] = language });
            Assert.Equal(2, await second.ExitAsync());
            Assert.Contains(said, second.Errors);
        }

        first.Signal("CONT");
        Assert.Equal(0, await first.ExitAsync());
        IsComplete();
    }

    [Fact]
    public async Task A_recording_that_is_removed_while_it_is_being_worked_on_was_kept()
    {
        await using var run = NotulenProcess.Start(Folder, Arguments);
        await UntilAsync(run, () => Recognised() >= 1);
        File.Delete(Recording);

        Assert.True(await run.ExitAsync() == 0, run.Errors);
        IsComplete();
    }

    [Theory]
    [InlineData("nl", "tijdens het inlezen verdwenen")]
    [InlineData("en", "disappeared while it was being read")]
    public async Task A_recording_that_disappears_while_it_is_taken_in_is_named(string language, string said)
    {
        var ffprobe = Folder.Script("ffprobe", $"ffprobe \"$@\"\nrm '{Recording}'");

        await using var run = await NotulenProcess.RunAsync(
            Folder, Arguments, new Dictionary<string, string> { ["NOTULEN__Audio__Ffprobe"] = ffprobe, ["NOTULEN_LANG"] = language });

        Assert.Equal(2, await run.ExitAsync());
        Assert.Contains(said, run.Errors);
        Assert.Contains("committee-en.opus", run.Errors);
        Assert.False(Directory.Exists(Folder.Out));
        NothingIsLeftBehind();
    }

    [Fact]
    public async Task Done_once_it_is_done_and_a_second_run_only_writes_the_files_again()
    {
        await FinishesAsync();
        var before = Said(Folder.Out);
        Directory.Delete(Folder.Out, recursive: true);

        await FinishesAsync();

        Assert.Equal(before, Said(Folder.Out));
        Assert.Equal(1, Folder.Query("select count(*) from Meetings"));
    }

    [Fact]
    public async Task Done_afresh_it_leaves_nothing_of_an_interrupted_run()
    {
        await using (var first = NotulenProcess.Start(Folder, Arguments))
        {
            await UntilAsync(first, () => Recognised() >= 1);
            await first.KillAsync();
        }

        await using var again = await NotulenProcess.RunAsync(Folder, [.. Arguments, "--fresh"]);

        Assert.True(await again.ExitAsync() == 0, again.Errors);
        Assert.DoesNotContain("are reused", Folder.Log());
        Assert.Equal(1, Folder.Query("select count(*) from Meetings"));
        NothingIsLeftBehind();
    }
}

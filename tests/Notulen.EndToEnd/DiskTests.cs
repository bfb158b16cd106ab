using Xunit;

namespace Notulen.EndToEnd;

/// <summary>Disks that are full, read-only or damaged: a sentence, and the work goes on when the disk does.</summary>
public sealed class DiskTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public DiskTests() => TestFolder.RequireSpeech();

    private string[] Arguments =>
        ["minutes", TestFolder.Sample("committee-en.short.m4a"), "--language", "en", "--language-model", "none", "--speech-model", "tiny", "--out", _folder.Out, "--quiet"];

    [Fact]
    public async Task Wherever_the_room_for_the_data_runs_out_that_is_said_and_with_room_it_goes_on()
    {
        using var data = SmallDisk.Mount(_folder.File("volle schijf"), "size=8m");
        var languages = new[] { ("nl", "De schijf is vol"), ("en", "The disk is full") };
        var failures = 0;
        foreach (var free in new[] { 0, 4, 40, 100, 200, 400, 1000 })
        {
            data.FillUp(free);
            var (language, said) = languages[failures++ % 2];
            await using var run = await NotulenProcess.RunAsync(_folder, Arguments, In(data.Path, language));
            Assert.Equal(3, await run.ExitAsync());
            Assert.Contains(said, run.Errors);
            Assert.Single(run.Errors.Trim().Split('\n'));
            Assert.Empty(Directory.EnumerateFiles(data.Path, "*.part", SearchOption.AllDirectories));
            Assert.False(Directory.Exists(_folder.Out));
        }
        data.MakeRoom();

        await using var again = await NotulenProcess.RunAsync(_folder, Arguments, In(data.Path));
        Assert.True(await again.ExitAsync() == 0, again.Errors);
        Assert.Equal(TestFolder.ResultFiles, Directory.GetFileSystemEntries(_folder.Out).Length);
    }

    [Fact]
    public async Task A_full_disk_for_the_results_leaves_no_half_files_and_they_can_be_written_later()
    {
        using var full = SmallDisk.Mount(_folder.File("uit"), "size=12k");
        foreach (var (language, said) in new[] { ("nl", "De schijf is vol"), ("en", "The disk is full") })
        {
            await using var run = await NotulenProcess.RunAsync(_folder, [.. Arguments[..^3], "--out", full.Path, "--quiet"], In(_folder.Data, language));
            Assert.Equal(3, await run.ExitAsync());
            Assert.Contains(said, run.Errors);
            Assert.Contains(full.Path, run.Errors);
            Assert.Empty(Directory.EnumerateFileSystemEntries(full.Path));
        }
        var windows = _folder.Query("select count(*) from SpeechWindows where ResultJson is not null");

        await using var again = await NotulenProcess.RunAsync(_folder, Arguments);
        Assert.True(await again.ExitAsync() == 0, again.Errors);
        Assert.NotEqual(0, windows);
        Assert.Equal(windows, System.Text.RegularExpressions.Regex.Count(_folder.Log(), "window .* recognised"));
    }

    [Theory]
    [InlineData("nl", "kan Notulen niet schrijven")]
    [InlineData("en", "Notulen cannot write")]
    public async Task A_read_only_home_is_named_and_does_not_pass_for_another_Notulen(string language, string said)
    {
        using var home = SmallDisk.Mount(_folder.File("thuis"), "ro");

        await using var run = await NotulenProcess.RunAsync(
            _folder,
            Arguments,
            new Dictionary<string, string> { ["HOME"] = home.Path, ["XDG_DATA_HOME"] = "", ["NOTULEN_HOME"] = "", ["NOTULEN_DATA"] = "", ["NOTULEN_LANG"] = language });

        Assert.Equal(2, await run.ExitAsync());
        Assert.Contains(said, run.Errors);
        Assert.Contains(home.Path, run.Errors);
    }

    [Theory]
    [InlineData("nl", "is beschadigd")]
    [InlineData("en", "is damaged")]
    public async Task A_damaged_database_is_named_and_left_alone(string language, string said)
    {
        Directory.CreateDirectory(_folder.Data);
        var database = Path.Combine(_folder.Data, "notulen.db");
        await File.WriteAllTextAsync(database, new string('x', 8192), TestContext.Current.CancellationToken);

        await using var run = await NotulenProcess.RunAsync(_folder, Arguments, In(_folder.Data, language));

        Assert.Equal(2, await run.ExitAsync());
        Assert.Contains(said, run.Errors);
        Assert.Equal(new string('x', 8192), await File.ReadAllTextAsync(database, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("nl", "niet groter worden")]
    [InlineData("en", "may not grow any further")]
    public async Task A_limit_on_the_size_of_files_is_told_from_a_full_disk(string language, string said)
    {
        // 512 kB, so that the database fits and the working audio does not. The runtime's own memory files do not either.
        var environment = In(_folder.Data, language);
        environment["DOTNET_EnableWriteXorExecute"] = "0";
        await using var run = await NotulenProcess.RunAsync(_folder, Arguments, environment, "sh", "-c", "ulimit -f 1024; exec \"$@\"", "sh");

        Assert.Equal(3, await run.ExitAsync());
        Assert.Contains(said, run.Errors);
        Assert.Empty(Directory.EnumerateFiles(_folder.Data, "*.part", SearchOption.AllDirectories));
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, string> In(string data, string language = "nl") => new() { ["NOTULEN_DATA"] = data, ["NOTULEN_LANG"] = language };
}

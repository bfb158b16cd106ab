using Notulen.Core.Storage;
using Xunit;

namespace Notulen.EndToEnd;

/// <summary>What may be wrong with the machine: parts that are missing or damaged, no rights, no network, no terminal.</summary>
public sealed class MachineTests : IDisposable
{
    private const string Model = "ggml-tiny.bin";

    private readonly TestFolder _folder = new();

    public MachineTests() => TestFolder.RequireSpeech();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string[] Arguments =>
        ["minutes", TestFolder.Sample("committee-en.short.m4a"), "--language", "en", "--language-model", "none", "--speech-model", "tiny", "--out", _folder.Out, "--quiet"];

    [Fact]
    public async Task A_damaged_model_is_never_used()
    {
        var home = HomeWithout(Model);
        await DamageAsync(Path.Combine(NotulenFolders.FromEnvironment().Models, Model), Path.Combine(home, "models", Model));

        await FailsAsync(2, With("NOTULEN_HOME", home), "is beschadigd", "is damaged", "models pull tiny");

        Assert.NotEqual(0, _folder.Query("select count(*) from SpeechWindows"));
        Assert.Equal(0, _folder.Query("select count(*) from SpeechWindows where ResultJson is not null"));
    }

    [Fact]
    public Task A_missing_model_is_said_with_the_command_that_gets_it() =>
        FailsAsync(2, With("NOTULEN_HOME", HomeWithout(Model)), "staat niet op deze machine", "is not on this machine", "models pull tiny");

    [Fact]
    public Task A_missing_engine_is_said_with_the_command_that_builds_it() =>
        FailsAsync(3, With("NOTULEN_HOME", HomeWithout("whisper-server")), "whisper-server is er nog niet", "whisper-server is not there yet", "./notulen setup");

    [Fact]
    public async Task A_damaged_engine_is_never_started()
    {
        var home = HomeWithout("whisper-server");
        var engine = Directory.GetFiles(NotulenFolders.FromEnvironment().Engines, "whisper-server", SearchOption.AllDirectories)[0];
        var copy = Path.Combine(home, Path.GetRelativePath(NotulenFolders.FromEnvironment().Home, engine));
        await DamageAsync(engine, copy);
        File.SetUnixFileMode(copy, File.GetUnixFileMode(engine));

        await FailsAsync(3, With("NOTULEN_HOME", home), "niet meer zoals het gebouwd is", "no longer as it was built", "./notulen setup");

        Assert.DoesNotContain("Started whisper-server", _folder.Log());
    }

    [Fact]
    public Task A_missing_ffmpeg_is_said() =>
        FailsAsync(3, With("NOTULEN__Audio__Ffprobe", "ffprobe-die-er-niet-is"), "is niet op deze machine gevonden", "was not found on this machine", "ffprobe-die-er-niet-is");

    [Fact]
    public Task A_setting_that_is_out_of_range_is_named() =>
        FailsAsync(2, With("NOTULEN__Engines__HangSeconds", "0"), "Een instelling klopt niet", "A setting is not right", "HangSeconds");

    [Fact]
    public async Task A_recording_that_may_not_be_read_is_named()
    {
        if (!File.Exists("/usr/bin/setpriv") || Environment.UserName != "root")
            Assert.Skip("Only root can become somebody with fewer rights.");
        var recording = _folder.File("geheim.m4a");
        File.Copy(TestFolder.Sample("committee-en.short.m4a"), recording);
        File.SetUnixFileMode(recording, UnixFileMode.None);

        // Root without the right to pass over rights.
        await using var run = await NotulenProcess.RunAsync(
            _folder, ["minutes", recording, "--out", _folder.Out], null, "setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--inh-caps", "-all", "--");

        Assert.Equal(2, await run.ExitAsync());
        Assert.Contains("geheim.m4a", run.Errors);
        Assert.Contains("rechten", run.Errors);
    }

    [Fact]
    public async Task Without_any_network_it_works_all_the_same()
    {
        if (!File.Exists("/usr/bin/unshare") || SmallDisk.Run("unshare", "-n", "true") != 0)
            Assert.Skip("This machine lets nobody take away the network (unshare -n).");

        await WorksAsync("unshare", "-n", "sh", "-c", "{ ip link set lo up || ifconfig lo up; } && exec \"$@\"", "sh");
    }

    [Fact]
    public Task With_standard_input_closed_and_without_home_language_or_terminal_it_works() =>
        WorksAsync("env", "-u", "HOME", "-u", "LANG", "-u", "LC_ALL", "-u", "TERM", "sh", "-c", "exec \"$@\" <&-", "sh");

    [Fact]
    public async Task Nothing_is_kept_for_others_about_how_it_is_used()
    {
        var person = Directory.CreateDirectory(_folder.File("person")).FullName;
        string[] set = [$"HOME={person}", $"PATH={Environment.GetEnvironmentVariable("PATH")}", $"NOTULEN_HOME={NotulenFolders.FromEnvironment().Home}", $"NOTULEN_DATA={_folder.Data}"];

        // Without the variables that mark a build server: there libraries are silent by themselves.
        await using var run = await NotulenProcess.RunAsync(_folder, Arguments, null, ["env", "-i", .. set]);

        Assert.True(await run.ExitAsync() == 0, run.Errors);
        Assert.DoesNotContain(
            Directory.GetFileSystemEntries(person, "*", SearchOption.AllDirectories), path => path.Contains("Microsoft", StringComparison.OrdinalIgnoreCase));
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, string> With(string name, string value) => new() { [name] = value };

    private static async Task DamageAsync(string from, string to)
    {
        var bytes = await File.ReadAllBytesAsync(from, Token);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(to, bytes, Token);
    }

    private async Task WorksAsync(params string[] prefix)
    {
        var home = With("NOTULEN_HOME", NotulenFolders.FromEnvironment().Home);
        await using var run = await NotulenProcess.RunAsync(_folder, Arguments, home, prefix);

        Assert.True(await run.ExitAsync() == 0, run.Errors);
        Assert.Equal(TestFolder.ResultFiles, Directory.GetFiles(_folder.Out).Length);
        Assert.Empty(run.Errors.Trim());
    }

    private async Task FailsAsync(int code, Dictionary<string, string> environment, string dutch, string english, string named)
    {
        foreach (var (language, said) in new[] { ("nl", dutch), ("en", english) })
        {
            environment["NOTULEN_LANG"] = language;
            await using var run = await NotulenProcess.RunAsync(_folder, Arguments, environment);

            Assert.Equal(code, await run.ExitAsync());
            Assert.Contains(said, run.Errors);
            Assert.Contains(named, run.Errors);
            Assert.Single(run.Errors.Trim().Split('\n'));
            Assert.False(Directory.Exists(_folder.Out));
            Assert.Empty(Processes.Of(_folder.Path));
        }
    }

    /// <summary>A home folder with links to all that this machine has but one file.</summary>
    private string HomeWithout(string missing)
    {
        var home = NotulenFolders.FromEnvironment().Home;
        foreach (var part in new[] { "engines", "models" })
        {
            foreach (var file in Files(Path.Combine(home, part)).Where(file => Path.GetFileName(file) != missing))
            {
                var link = Path.Combine(_folder.File("home"), Path.GetRelativePath(home, file));
                Directory.CreateDirectory(Path.GetDirectoryName(link)!);
                File.CreateSymbolicLink(link, file);
            }
        }
        return _folder.File("home");

        static IEnumerable<string> Files(string folder) =>
            Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden });
    }
}

using System.Diagnostics;
using Notulen.Core.Storage;
using Xunit;

namespace Notulen.EndToEnd;

/// <summary>What may be wrong with the machine: parts that are missing or damaged, a full disk, no rights, no network.</summary>
public sealed class MachineTests : IDisposable
{
    private const string Model = "ggml-tiny.bin";

    private readonly TestFolder _folder = new();
    private readonly List<string> _mounts = [];

    public MachineTests() => TestFolder.RequireSpeech();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string[] Arguments =>
        ["minutes", TestFolder.Sample("committee-en.short.m4a"), "--language", "en", "--language-model", "none", "--speech-model", "tiny", "--out", _folder.Out, "--quiet"];

    [Fact]
    public async Task A_damaged_model_is_never_used()
    {
        var home = HomeWithout(Model);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(NotulenFolders.FromEnvironment().Models, Model), Token);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(Path.Combine(home, "models", Model), bytes, Token);

        await FailsAsync(2, home, "beschadigd", "models pull tiny");

        Assert.Equal(0, _folder.Query("select count(*) from SpeechWindows where ResultJson is not null"));
    }

    [Fact]
    public Task A_missing_model_is_said_with_the_command_that_gets_it() => FailsAsync(2, HomeWithout(Model), "models pull tiny");

    [Fact]
    public Task A_missing_engine_is_said_with_the_command_that_builds_it() => FailsAsync(3, HomeWithout("whisper-server"), "whisper-server", "setup");

    [Fact]
    public async Task A_data_folder_without_room_stops_the_work_and_it_goes_on_when_there_is()
    {
        var data = Mount("volle-schijf", "6m");
        await File.WriteAllBytesAsync(Path.Combine(data, "vulling"), new byte[(6 << 20) - (900 << 10)], Token);
        var environment = new Dictionary<string, string> { ["NOTULEN_DATA"] = data };

        await using (var full = await NotulenProcess.RunAsync(_folder, Arguments, environment))
        {
            Assert.Equal(3, await full.ExitAsync());
            Assert.Contains("schijf", full.Errors);
            Assert.DoesNotContain("Exception", full.Errors);
            Assert.False(Directory.Exists(_folder.Out));
        }
        File.Delete(Path.Combine(data, "vulling"));
        await RunAsync("mount", "-o", "remount,size=200m", data);

        await using var again = await NotulenProcess.RunAsync(_folder, Arguments, environment);
        Assert.True(await again.ExitAsync() == 0, again.Errors);
    }

    [Fact]
    public async Task A_full_disk_for_the_results_leaves_no_half_files_and_they_can_be_written_later()
    {
        var full = Mount("uit", "12k");
        string[] elsewhere = [.. Arguments[..^3], "--out", full, "--quiet"];

        await using (var run = await NotulenProcess.RunAsync(_folder, elsewhere))
        {
            Assert.Equal(3, await run.ExitAsync());
            Assert.Contains("vol", run.Errors);
            Assert.Empty(Directory.EnumerateFiles(full, "*.part"));
        }
        var windows = _folder.Query("select count(*) from SpeechWindows where ResultJson is not null");

        await using var again = await NotulenProcess.RunAsync(_folder, Arguments);
        Assert.Equal(0, await again.ExitAsync());
        Assert.Equal(windows, System.Text.RegularExpressions.Regex.Count(_folder.Log(), "window .* recognised"));
    }

    [Fact]
    public async Task A_recording_that_may_not_be_read_is_named()
    {
        if (!File.Exists("/usr/bin/setpriv") || Environment.UserName != "root")
            Assert.Skip("Only root can become somebody with fewer rights.");
        var recording = _folder.File("geheim.m4a");
        File.Copy(TestFolder.Sample("committee-en.short.m4a"), recording);
        await RunAsync("chmod", "000", recording);

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
        if (!File.Exists("/usr/bin/unshare") || await StatusAsync("unshare", "-n", "true") != 0)
            Assert.Skip("This machine lets nobody take away the network (unshare -n).");

        await using var run = await NotulenProcess.RunAsync(
            _folder, Arguments, null, "unshare", "-n", "sh", "-c", "{ ip link set lo up || ifconfig lo up; } && exec \"$@\"", "sh");

        Assert.True(await run.ExitAsync() == 0, run.Errors);
        Assert.Equal(6, Directory.GetFiles(_folder.Out).Length);
    }

    [Fact]
    public async Task Nothing_is_kept_for_others_about_how_it_is_used()
    {
        if (!File.Exists("/usr/bin/env"))
            Assert.Skip("No env.");
        var person = Directory.CreateDirectory(_folder.File("person")).FullName;
        // Without what marks a build server: there libraries are silent by themselves.
        string[] plain = ["HOME", "PATH", "DOTNET_ROOT", "NOTULEN_HOME", "NOTULEN_DATA", "NOTULEN_LANG"];
        var set = plain.Select(name => $"{name}=" + name switch
        {
            "HOME" => person,
            "NOTULEN_HOME" => NotulenFolders.FromEnvironment().Home,
            "NOTULEN_DATA" => _folder.Data,
            _ => Environment.GetEnvironmentVariable(name) ?? "",
        }).Where(pair => !pair.EndsWith('='));

        await using var run = await NotulenProcess.RunAsync(_folder, Arguments, null, ["/usr/bin/env", "-i", .. set]);

        Assert.True(await run.ExitAsync() == 0, run.Errors);
        Assert.DoesNotContain(
            Directory.GetFileSystemEntries(person, "*", SearchOption.AllDirectories), path => path.Contains("Microsoft", StringComparison.OrdinalIgnoreCase));
    }

    public void Dispose()
    {
        foreach (var mount in _mounts)
            StatusAsync("umount", "-l", mount).Wait(Token);
        _folder.Dispose();
    }

    private async Task FailsAsync(int code, string home, params string[] said)
    {
        await using var run = await NotulenProcess.RunAsync(_folder, Arguments, new Dictionary<string, string> { ["NOTULEN_HOME"] = home });

        Assert.Equal(code, await run.ExitAsync());
        Assert.All(said, part => Assert.Contains(part, run.Errors));
        Assert.DoesNotContain("   at ", run.Errors);
        Assert.False(Directory.Exists(_folder.Out));
    }

    /// <summary>A home folder with links to all that this machine has but one file.</summary>
    private string HomeWithout(string missing)
    {
        var home = NotulenFolders.FromEnvironment().Home;
        foreach (var part in new[] { "engines", "models" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(home, part), "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != missing))
            {
                var link = Path.Combine(_folder.File("home"), Path.GetRelativePath(home, file));
                Directory.CreateDirectory(Path.GetDirectoryName(link)!);
                File.CreateSymbolicLink(link, file);
            }
        }
        return _folder.File("home");
    }

    /// <summary>A small disk of its own.</summary>
    private string Mount(string name, string size)
    {
        var folder = Directory.CreateDirectory(_folder.File(name)).FullName;
        if (StatusAsync("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder).GetAwaiter().GetResult() != 0)
            Assert.Skip("Only root can mount a small disk.");
        _mounts.Add(folder);
        return folder;
    }

    private static async Task RunAsync(string program, params string[] arguments) => Assert.Equal(0, await StatusAsync(program, arguments));

    private static async Task<int> StatusAsync(string program, params string[] arguments)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardError = true } };
        process.Start();
        await process.WaitForExitAsync(Token);
        return process.ExitCode;
    }
}

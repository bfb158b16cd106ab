using Notulen.Core.Storage;
using Xunit;

namespace Notulen.EndToEnd;

/// <summary>A set-up that is stopped half-way, with a package client that never gets done.</summary>
public sealed class SetupTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private Dictionary<string, string> Environment => new()
    {
        ["NOTULEN_HOME"] = _folder.File("home"),
        ["NOTULEN_MODELS"] = "",
        ["PATH"] = _folder.Path + ":" + System.Environment.GetEnvironmentVariable("PATH"),
        // Nothing answers there: no test reaches for the network.
        ["HTTPS_PROXY"] = "http://127.0.0.1:9",
    };

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Asked_to_stop_it_leaves_no_program_behind(string signal)
    {
        Put("whisper-server", "exit 0");
        Put("npm", $"echo $$ > '{_folder.File("npm-runs")}'; exec sleep 600");
        await using var setup = NotulenProcess.Start(_folder, ["setup", "--speech-model", "tiny", "--language-model", "none"], Environment);
        for (var wait = 0; wait < 600 && !File.Exists(_folder.File("npm-runs")); wait++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        setup.Signal(signal);

        Assert.Equal(130, await setup.ExitAsync());
        Assert.Contains("Onderbroken", setup.Errors);
        Assert.False(Directory.Exists("/proc/" + File.ReadAllText(_folder.File("npm-runs")).Trim()), "npm is still running");
    }

    [Fact]
    public async Task A_demonstration_of_which_one_part_fails_stops_the_others()
    {
        TestFolder.RequireSpeech();
        foreach (var tool in new[] { "whisper-server", "cmake", "g++", "make", "git" })
            Put(tool, "exit 0");
        // The recording cannot be had, while the source of the language engine never gets done.
        Put("npm", $"""
            case "$2" in *speech-to-text*) while [ ! -s '{_folder.File("npm-runs")}' ]; do sleep 0.1; done; exit 1;; esac
            echo $$ > '{_folder.File("npm-runs")}'; exec sleep 600
            """);
        var environment = Environment;
        environment["NOTULEN_MODELS"] = NotulenFolders.FromEnvironment().Models;
        await using var demo = NotulenProcess.Start(_folder, ["demo", "--out", _folder.Out], environment);

        Assert.Equal(3, await demo.ExitAsync());
        Assert.Contains("@ibm-watson/speech-to-text-nodejs", demo.Errors);
        Assert.False(Directory.Exists("/proc/" + File.ReadAllText(_folder.File("npm-runs")).Trim()), "npm is still running");
    }

    public void Dispose() => _folder.Dispose();

    private void Put(string program, string body)
    {
        var path = _folder.File(program);
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

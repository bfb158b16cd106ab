using System.Diagnostics;
using Xunit;

namespace Notulen.EndToEnd;

/// <summary>
/// The entry script of a checkout on machines that lack this or that. Of the tools that it starts, those that cost minutes
/// or change the machine (apt, dotnet) are scripts that write down what they are asked.
/// </summary>
public sealed class EntryScriptTests : IDisposable
{
    private static readonly string[] Coreutils =
        ["bash", "cat", "chmod", "cksum", "dirname", "env", "find", "flock", "grep", "head", "ln", "mkdir", "readlink", "realpath", "sleep", "sort", "tail", "touch"];

    private readonly TestFolder _folder = new();

    public EntryScriptTests()
    {
        Directory.CreateDirectory(Path.Combine(Checkout, "pipelines"));
        Directory.CreateDirectory(Path.Combine(Checkout, "src"));
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", ".editorconfig", "global.json", "Notulen.sln", "src/Program.cs" })
            File.WriteAllText(Path.Combine(Checkout, file), "");
        File.Copy(Path.GetFullPath(Path.Combine(TestFolder.Sample("README.md"), "..", "..", "notulen")), Script);
        Directory.CreateDirectory(Programs);
        foreach (var tool in Coreutils)
            File.CreateSymbolicLink(Path.Combine(Programs, tool), new[] { "/usr/bin/", "/bin/" }.Select(folder => folder + tool).First(File.Exists));
        Put("dotnet", $"""
            echo "dotnet $* telemetry-off=$DOTNET_CLI_TELEMETRY_OPTOUT" >>"$CALLS"
            [ "$1" = publish ] || exit 0
            mkdir -p "{Path.GetDirectoryName(Executable)}"
            printf '#!/bin/sh\necho "called with $*"; exit 4\n' >"{Executable}"
            chmod +x "{Executable}"
            """);
        Put("ffmpeg", "");
        Put("ffprobe", "");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Checkout => _folder.File("een map met spaties");
    private string Script => Path.Combine(Checkout, "notulen");
    private string Executable => Path.Combine(Checkout, "artifacts/notulen/notulen");
    private string Programs => _folder.File("programs");
    private string Calls => File.Exists(_folder.File("calls")) ? File.ReadAllText(_folder.File("calls")) : "";
    private int Builds => System.Text.RegularExpressions.Regex.Count(Calls, "dotnet publish");

    [Fact]
    public async Task It_builds_once_and_again_when_the_sources_changed_and_hands_on_arguments_and_exit_code()
    {
        var first = await RunAsync(Script, "models", "list of all");
        Assert.Equal((4, "called with models list of all\n"), (first.ExitCode, first.Output));
        Assert.Contains("Gebouwd in", first.Errors);
        Assert.Contains("telemetry-off=1", Calls);

        var second = await RunAsync(Script, "models");
        Assert.Equal((4, "", 1), (second.ExitCode, second.Errors, Builds));

        await File.WriteAllTextAsync(Path.Combine(Checkout, "src", "New.cs"), "", Token);
        await RunAsync(Script, "models");
        Assert.Equal(2, Builds);

        File.Delete(Executable);
        await RunAsync(Script, "models");
        Assert.Equal(3, Builds);
    }

    [Fact]
    public async Task It_may_be_called_through_a_link()
    {
        var link = _folder.File("notulen-link");
        File.CreateSymbolicLink(link, Script);
        Assert.Equal("called with --help\n", (await RunAsync(link, "--help")).Output);
    }

    [Fact]
    public async Task Without_apt_it_names_what_is_missing_and_stops()
    {
        File.Delete(Path.Combine(Programs, "ffmpeg"));
        File.Delete(Path.Combine(Programs, "ffprobe"));
        var result = await RunAsync(Script, "minutes", "opname.wav");
        Assert.Equal((2, "Niet gevonden: ffmpeg ffprobe. Installeer dit en probeer het opnieuw.\n"), (result.ExitCode, result.Errors));
        Assert.Equal(0, Builds);
    }

    [Theory]
    [InlineData("minutes", "--transcript", "a.vtt")]
    [InlineData("setup", "--check")]
    [InlineData("demo", "--help")]
    [InlineData("models", "list")]
    public async Task What_does_not_need_ffmpeg_does_not_ask_for_it(params string[] arguments)
    {
        File.Delete(Path.Combine(Programs, "ffmpeg"));
        Assert.Equal(4, (await RunAsync(Script, arguments)).ExitCode);
    }

    [Fact]
    public async Task With_apt_each_package_is_installed_once()
    {
        RequireRoot();
        File.Delete(Path.Combine(Programs, "ffmpeg"));
        File.Delete(Path.Combine(Programs, "ffprobe"));
        Put("apt-get", $"""
            echo "apt-get $*" >>"$CALLS"
            ln -s bash "{Programs}/ffmpeg"; ln -s bash "{Programs}/ffprobe"
            """);
        var result = await RunAsync(Script, "minutes", "opname.wav");
        Assert.Equal(4, result.ExitCode);
        Assert.Contains("Installeren met apt: ffmpeg…\n", result.Errors);
        Assert.Contains("apt-get install -y --no-install-recommends ffmpeg\n", Calls);
    }

    [Fact]
    public async Task Where_apt_fails_it_says_what_to_install()
    {
        RequireRoot();
        File.Delete(Path.Combine(Programs, "ffmpeg"));
        Put("apt-get", "exit 100");
        var result = await RunAsync(Script, "minutes", "opname.wav");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Installeren van ffmpeg is mislukt", result.Errors);
    }

    [Theory]
    [InlineData(null)]
    // An SDK that global.json does not accept.
    [InlineData("exit 155")]
    public async Task Without_the_right_SDK_it_says_which_one_to_install(string? dotnet)
    {
        File.Delete(Path.Combine(Programs, "dotnet"));
        if (dotnet is not null)
            Put("dotnet", dotnet);
        var result = await RunAsync(Script, "models", "list");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("dotnet-sdk-10.0", result.Errors);
    }

    [Fact]
    public async Task A_build_that_fails_shows_why_and_is_tried_again_next_time()
    {
        var good = await File.ReadAllTextAsync(Path.Combine(Programs, "dotnet"), Token);
        Put("dotnet", "[ \"$1\" = publish ] || exit 0; echo 'Program.cs(1,1): error CS1002: ; expected'; exit 1");
        var result = await RunAsync(Script, "models");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("error CS1002", result.Errors);

        await File.WriteAllTextAsync(Path.Combine(Programs, "dotnet"), good, Token);
        Assert.Equal(4, (await RunAsync(Script, "models")).ExitCode);
    }

    [Fact]
    public async Task Interrupted_in_a_build_it_ends_with_130_and_builds_next_time()
    {
        var good = await File.ReadAllTextAsync(Path.Combine(Programs, "dotnet"), Token);
        // As in a terminal, where Ctrl-C reaches both.
        Put("dotnet", $"[ \"$1\" = publish ] || exit 0; mkdir -p \"{Path.GetDirectoryName(Executable)}\"; touch \"{Executable}\"; chmod +x \"{Executable}\"; kill -INT $PPID; sleep 0.2; exit 1");
        var result = await RunAsync(Script, "models");
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("Onderbroken", result.Errors);
        Assert.DoesNotContain("mislukt", result.Errors);

        await File.WriteAllTextAsync(Path.Combine(Programs, "dotnet"), good, Token);
        Assert.Equal("called with models\n", (await RunAsync(Script, "models")).Output);
    }

    [Fact]
    public async Task Two_at_once_build_once()
    {
        // The first one builds until the second one has said that it waits.
        var quick = await File.ReadAllTextAsync(Path.Combine(Programs, "dotnet"), Token);
        await File.WriteAllTextAsync(
            Path.Combine(Programs, "dotnet"), quick.Replace("mkdir", $"while [ ! -e '{_folder.File("go")}' ]; do sleep 0.1; done; mkdir", StringComparison.Ordinal), Token);
        using var first = Start(Script, ["models"], english: false);
        while (Builds == 0)
            await Task.Delay(50, Token);
        using var second = Start(Script, ["models"], english: false);
        Assert.Equal("Er wordt al gebouwd; even wachten.", await second.StandardError.ReadLineAsync(Token));
        await File.WriteAllTextAsync(_folder.File("go"), "", Token);

        Assert.Equal("called with models\n", (await EndAsync(first)).Output);
        Assert.Equal("called with models\n", (await EndAsync(second)).Output);
        Assert.Equal(1, Builds);
    }

    [Fact]
    public async Task It_speaks_English_where_that_is_asked_for()
    {
        File.Delete(Path.Combine(Programs, "ffmpeg"));
        Assert.StartsWith("Not found: ffmpeg.", (await RunAsync(Script, ["minutes", "a.wav"], english: true)).Errors);
    }

    public void Dispose() => _folder.Dispose();

    private static void RequireRoot()
    {
        if (Environment.UserName != "root")
            Assert.Skip("Only root may install.");
    }

    private void Put(string program, string body)
    {
        var path = Path.Combine(Programs, program);
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Task<Ended> RunAsync(string script, params string[] arguments) => RunAsync(script, arguments, english: false);

    private async Task<Ended> RunAsync(string script, string[] arguments, bool english)
    {
        using var process = Start(script, arguments, english);
        return await EndAsync(process);
    }

    private Process Start(string script, string[] arguments, bool english)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(script, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = _folder.Path,
                Environment =
                {
                    ["PATH"] = Programs,
                    ["CALLS"] = _folder.File("calls"),
                    ["NOTULEN_HOME"] = _folder.File("home"),
                    ["NOTULEN_LANG"] = english ? "en" : "nl",
                },
            },
        };
        process.StartInfo.Environment.Remove("DOTNET_ROOT");
        process.StartInfo.Environment.Remove("DOTNET_CLI_TELEMETRY_OPTOUT");
        process.Start();
        return process;
    }

    private static async Task<Ended> EndAsync(Process process)
    {
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        return new Ended(process.ExitCode, await output, await errors);
    }

    private sealed record Ended(int ExitCode, string Output, string Errors);
}

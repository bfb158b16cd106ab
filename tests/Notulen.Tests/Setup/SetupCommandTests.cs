using Notulen.Engines.Processes;
using Xunit;

namespace Notulen.Tests.Setup;

/// <summary>The executable as a person runs it.</summary>
public sealed class SetupCommandTests : IDisposable
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "notulen.exe" : "notulen");

    private readonly TemporaryHome _home = new();

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
        Assert.Matches(@"tinyllama .*demonstratiemodel", result.Output);
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

    public void Dispose() => _home.Dispose();

    private async Task<ProcessResult> RunAsync(string verb, string argument, string? more = null, bool english = false)
    {
        string[] arguments = more is null ? [verb, argument] : [verb, argument, more];
        return await ProcessRunner.RunAsync(Executable, arguments, TimeSpan.FromSeconds(30), Token, environment: new Dictionary<string, string?>
        {
            ["NOTULEN_HOME"] = _home.Path,
            ["NOTULEN_MODELS"] = null,
            ["NOTULEN_LANG"] = english ? "en" : null,
        });
    }
}

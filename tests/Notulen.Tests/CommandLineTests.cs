using Notulen.Engines.Processes;
using Notulen.Tests.Setup;
using Xunit;

namespace Notulen.Tests;

/// <summary>What every verb has in common.</summary>
public sealed class CommandLineTests : IDisposable
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "notulen.exe" : "notulen");

    private readonly TemporaryHome _home = new();

    [Theory]
    [InlineData]
    [InlineData("help")]
    [InlineData("--help")]
    public async Task Help_lists_the_verbs(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.Equal(0, result.ExitCode);
        Assert.All(["minutes", "setup", "models", "serve"], verb => Assert.Contains($"  {verb} ", result.Output));
    }

    [Theory]
    [InlineData("eval", "DIR")]
    [InlineData("models pull", "name")]
    public async Task Help_of_a_verb_that_needs_an_argument_says_which(string verb, string argument)
    {
        var result = await RunAsync([.. verb.Split(' '), "--help"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"notulen {verb} {argument} […]", result.Output);
    }

    [Fact]
    public async Task Help_of_a_verb_is_the_same_in_front_and_behind() =>
        Assert.Equal((await RunAsync("setup", "--help")).Output, (await RunAsync("help", "setup")).Output);

    [Theory]
    [InlineData]
    [InlineData("minutes")]
    [InlineData("setup")]
    [InlineData("serve")]
    [InlineData("demo")]
    [InlineData("models", "pull")]
    [InlineData("eval")]
    [InlineData("pipelines", "check")]
    public async Task Help_fits_on_a_screen_of_80_columns(params string[] verb) =>
        Assert.All((await RunAsync(["help", .. verb])).Output.Split('\n'), line => Assert.True(line.Length <= 80, line));

    [Fact]
    public async Task Settings_that_are_no_JSON_are_told_with_their_line()
    {
        WriteSettings("{\n  \"Engines\": {\n    \"Threads\": 2,,\n");
        var result = await RunAsync("pipelines", "check");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("notulen.json", result.ErrorTail);
        Assert.Contains("regel 3", result.ErrorTail);
        Assert.Single(result.ErrorTail.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Help_is_to_be_had_whatever_is_wrong_with_the_settings()
    {
        WriteSettings("{");
        Assert.Equal(0, (await RunAsync("--help")).ExitCode);
        Assert.Equal(0, (await RunAsync("--version")).ExitCode);
    }

    public void Dispose() => _home.Dispose();

    private void WriteSettings(string json) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(_home.Folders.Data).FullName, "notulen.json"), json);

    private Task<ProcessResult> RunAsync(params string[] arguments) => ProcessRunner.RunAsync(
        Executable, arguments, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken,
        environment: new Dictionary<string, string?> { ["NOTULEN_HOME"] = _home.Path, ["NOTULEN_DATA"] = null, ["NOTULEN_LANG"] = null });
}

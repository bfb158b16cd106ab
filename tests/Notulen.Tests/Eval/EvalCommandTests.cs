using System.Text.Json.Nodes;
using Notulen.Engines.Processes;
using Notulen.Tests.Setup;
using Xunit;

namespace Notulen.Tests.Eval;

/// <summary>The verb as it is typed, on a set made by hand.</summary>
public sealed class EvalCommandTests : IDisposable
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "notulen.exe" : "notulen");

    private readonly TemporaryHome _home = new();
    private readonly EvalFolder _folder = new();

    private string Scores => _home.File("preds/scores.json");

    [Fact]
    public async Task A_run_prints_every_set_and_keeps_what_was_found_and_the_figures()
    {
        var result = await RunAsync(_folder.Path, "--language-model", "none", "--write", _home.File("preds"));

        Assert.Equal((0, ""), (result.ExitCode, result.ExitCode == 0 ? "" : result.ErrorTail));
        Assert.All(["raad", "gesprek", "faithfulness.nl", "commitments.nl"], set => Assert.Contains(set, result.Output.Split('\n')));
        var figures = JsonNode.Parse(File.ReadAllText(Scores))!["figures"]!;
        Assert.Equal(1, (double)figures["raad motionsOutcome F1"]!);
        Assert.Equal(1, (double)figures["raad decisionsSpoken F1"]!);
        Assert.Equal(1, (double)figures["raad boundaries R"]!);
        Assert.Equal(1, (double)figures["faithfulness.nl balanced acc"]!);
        Assert.Equal(1, (double)figures["commitments.nl commitmentsNew F1"]!);
        Assert.True((double)figures["gesprek summary ROUGE-1"]! > 0.3);

        var said = JsonNode.Parse(File.ReadAllText(_home.File("preds/2026-03-12.json")))!;
        Assert.Equal("B.1", (string?)said["motions"]![0]!["number"]);
        Assert.Contains((said["decisions"]![0]!["evidenceTurns"]!).AsArray(), turn => (int)turn! == 5);
        Assert.Contains("\"id\":\"b\",\"label\":\"unsupported\"", File.ReadAllText(_home.File("preds/faithfulness.nl.jsonl")));
        Assert.Contains("planning", File.ReadAllText(_home.File("preds/g1.txt")));
        Assert.False(Directory.Exists(_home.Folders.Data), "what is evaluated has no place among real meetings");
    }

    [Fact]
    public async Task A_figure_that_fell_ends_with_5_and_is_named()
    {
        Assert.Equal(0, (await RunAsync(_folder["commitments.nl.jsonl"], "--write", _home.File("preds"))).ExitCode);
        Assert.Equal(0, (await RunAsync(_folder["commitments.nl.jsonl"], "--baseline", Scores)).ExitCode);

        _folder.Write("commitments.nl.jsonl", File.ReadAllText(_folder["commitments.nl.jsonl"]).Replace("\"none\"", "\"new\"", StringComparison.Ordinal));
        var result = await RunAsync(_folder["commitments.nl.jsonl"], "--baseline", Scores);

        Assert.Equal(5, result.ExitCode);
        Assert.Contains("commitments.nl, nieuwe toezeggingen, F1 was 1.0000 en is 0.6667", result.ErrorTail);
    }

    [Fact]
    public async Task Wrong_input_ends_with_2_and_one_sentence()
    {
        _folder.Write("commitments.nl.jsonl", "{\"id\": \"c\"");
        var result = await RunAsync(_folder.Path);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("Regel 1 van " + _folder["commitments.nl.jsonl"], Assert.Single(result.ErrorTail.TrimEnd().Split('\n')));
    }

    public void Dispose()
    {
        _home.Dispose();
        _folder.Dispose();
    }

    private Task<ProcessResult> RunAsync(params string[] arguments) => ProcessRunner.RunAsync(
        Executable, ["eval", .. arguments], TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken,
        environment: new Dictionary<string, string?> { ["NOTULEN_HOME"] = _home.Path, ["NOTULEN_DATA"] = null, ["NOTULEN_LANG"] = null });
}

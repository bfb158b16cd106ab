using System.Globalization;
using System.Text.Json;
using Notulen.Core.Storage;
using Notulen.Engines.Setup;

namespace Notulen.Benchmarks;

/// <summary>
/// The same recording, model, threads and decoding through <c>whisper-cli</c> alone and through
/// <c>notulen minutes --language-model none</c>, one after the other in each round.
/// </summary>
internal static class SpeechBenchmark
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("notulen-bench-").FullName;
        try
        {
            var files = new EngineFiles(new SetupTools(NotulenFolders.FromEnvironment(), TimeProvider.System).Models, new SetupTools(NotulenFolders.FromEnvironment(), TimeProvider.System).Engines);
            var whisper = await files.SpeechCommandAsync(CancellationToken.None);
            var model = await files.ModelAsync(options.Model, CancellationToken.None);
            var dense = await BenchRecordings.DenseAsync(folder, options.Repeat);
            Console.WriteLine($"model {options.Model}, {Environment.ProcessorCount} threads, greedy, {options.Rounds} rounds; seconds of wall time");
            await CompareAsync("dense speech", dense, whisper, model.Path, folder, options);
            await CompareAsync("a fifth silence", await BenchRecordings.WithSilenceAsync(dense, folder), whisper, model.Path, folder, options);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(string name, string recording, string whisper, string modelFile, string folder, BenchOptions options)
    {
        var raw = new List<TimedProcess>();
        var ours = new List<TimedProcess>();
        string? rawText = null, ourText = null;
        for (var round = 0; round < options.Rounds; round++)
        {
            var output = Path.Combine(folder, $"raw-{round}");
            raw.Add(await TimedProcess.RunAsync(
                whisper,
                ["-m", modelFile, "-f", recording, "-t", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture), "-l", "en", "-bs", "1", "-bo", "1", "-otxt", "-of", output, "-np"]));
            rawText = await File.ReadAllTextAsync(output + ".txt");

            var data = Path.Combine(folder, $"data-{round}");
            ours.Add(await TimedProcess.RunAsync(
                options.Program[0],
                [.. options.Program.Skip(1), "minutes", recording, "--language", "en", "--language-model", "none", "--speech-model", options.Model, "--out", data, "--data", data, "--quiet"]));
            ourText = TextOf(Path.Combine(data, Path.GetFileNameWithoutExtension(recording) + ".transcript.json"));
            Directory.Delete(data, recursive: true);
            Console.WriteLine($"  {name}, round {round + 1}: raw {raw[^1].Seconds:0.00}, ours {ours[^1].Seconds:0.00}, ratio {ours[^1].Seconds / raw[^1].Seconds:0.000}");
        }
        var ratio = Median(ours.Zip(raw, (mine, theirs) => mine.Seconds / theirs.Seconds));
        Console.WriteLine($"{name}: ratio of wall time {ratio:0.000} (median), peak memory of our process {ours.Max(run => run.PeakMegabytes):0} MB (raw engine {raw.Max(run => run.PeakMegabytes):0} MB)");
        Console.WriteLine($"{name}: words that differ from the raw engine's {WordErrorRate.Of(rawText!, ourText!).Rate:0.000}; word error rate raw {ErrorRate(rawText!, options.Repeat):0.000}, ours {ErrorRate(ourText!, options.Repeat):0.000}");
    }

    private static double ErrorRate(string text, int repeat)
    {
        using var script = JsonDocument.Parse(File.ReadAllText(BenchRecordings.Sample("committee-en.script.json")));
        var said = string.Join(' ', script.RootElement.EnumerateArray().Select(turn => turn.GetProperty("text").GetString()));
        return WordErrorRate.Of(string.Join(' ', Enumerable.Repeat(said, repeat)), text).Rate;
    }

    private static string TextOf(string transcript)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(transcript));
        return string.Join(' ', json.RootElement.GetProperty("segments").EnumerateArray().Select(segment => segment.GetProperty("text").GetString()));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}

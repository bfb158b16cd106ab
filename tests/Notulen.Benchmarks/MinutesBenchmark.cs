using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notulen.Benchmarks;

/// <summary>
/// A council's transcript of three hours and about 30,000 words through everything that needs no model, on one core; and
/// with a language model, on less of it, how many tokens the engine had to read for each token that was said.
/// </summary>
internal static class MinutesBenchmark
{
    private const int Words = 30_000;
    private const int WordsForModel = 2_500;
    private const double Seconds = 3 * 3600;

    private static readonly string[] Quarters =
        ["Noord", "Zuid", "Oost", "West", "de Oude Haven", "het Veld", "de Hoge Wal", "Molenwijk", "Waterland", "de Dijk", "Kerkdorp", "de Eilanden"];

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("notulen-bench-").FullName;
        try
        {
            var words = Write(folder, "long", Words);
            var runs = new List<TimedProcess>();
            for (var round = 0; round < options.Rounds; round++)
            {
                runs.Add(await MinutesAsync(folder, "long", "none", $"data-{round}", options, oneCore: true));
                Console.WriteLine($"  round {round + 1}: {runs[^1].Seconds:0.00} s, {runs[^1].PeakMegabytes:0} MB");
            }
            var seconds = runs.Select(run => run.Seconds).Order().ElementAt(runs.Count / 2);
            Console.WriteLine($"{words} words, {Seconds / 3600:0} hours, one core, no language model: {seconds:0.00} s (median), {words / seconds:0} words a second, peak memory {runs.Max(run => run.PeakMegabytes):0} MB");
            if (options.LanguageModel is not { } model)
                return 0;
            words = Write(folder, "short", WordsForModel);
            var run = await MinutesAsync(folder, "short", model, "data-model", options, oneCore: false);
            using var minutes = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "data-model", "short.minutes.json")));
            var tokens = minutes.RootElement.GetProperty("provenance").GetProperty("tokens");
            var (said, read, written) = (tokens.GetProperty("transcript").GetInt64(), tokens.GetProperty("read").GetInt64(), tokens.GetProperty("written").GetInt64());
            Console.WriteLine($"{words} words, {model}: {said} tokens said, {read} read, {written} written; read for each said {(double)read / said:0.00}; {run.Seconds:0} s");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<TimedProcess> MinutesAsync(string folder, string name, string model, string data, BenchOptions options, bool oneCore)
    {
        var output = Path.Combine(folder, data);
        string[] command =
        [
            .. oneCore ? ["taskset", "-c", "0"] : Array.Empty<string>(), .. options.Program, "minutes", "--transcript", Path.Combine(folder, name + ".json"),
            "--agenda", Path.Combine(folder, name + ".agenda.json"), "--pipeline", "raad", "--language", "nl", "--language-model", model, "--out", output, "--data", output, "--quiet",
        ];
        return TimedProcess.RunAsync(command[0], command[1..]);
    }

    /// <summary>The Dutch sample again and again, as an item of its own each time, in another quarter.</summary>
    private static int Write(string folder, string name, int atLeast)
    {
        var sample = JsonNode.Parse(File.ReadAllText(BenchRecordings.Sample("commissie-nl.script.json")))!.AsArray();
        var people = JsonNode.Parse(File.ReadAllText(BenchRecordings.Sample("commissie-nl.agenda.json")))!["participants"];
        var (turns, items, words) = (new JsonArray(), new JsonArray(), 0);
        for (var item = 1; words < atLeast; item++)
        {
            var quarter = Quarters[item % Quarters.Length];
            var title = $"Plannen voor {quarter}, deel {item}";
            items.Add(new JsonObject { ["number"] = item.ToString(CultureInfo.InvariantCulture), ["title"] = title });
            Add($"Dan is nu aan de orde agendapunt {item}: {title}.", sample[0]!["speaker"]!.GetValue<string>());
            foreach (var turn in sample)
            {
                // Each time about another place, so that the texts are not all the same.
                Add(turn!["text"]!.GetValue<string>().Replace("Waterveen", quarter, StringComparison.Ordinal), turn["speaker"]!.GetValue<string>());
            }
        }
        var clock = 0.0;
        foreach (var turn in turns)
        {
            turn!["start"] = clock;
            clock += turn["text"]!.GetValue<string>().Count(letter => letter == ' ') * Seconds / Words;
            turn["end"] = clock;
        }
        File.WriteAllText(Path.Combine(folder, name + ".json"), turns.ToJsonString());
        File.WriteAllText(Path.Combine(folder, name + ".agenda.json"), new JsonObject { ["items"] = items, ["participants"] = people?.DeepClone() }.ToJsonString());
        return words;

        void Add(string text, string speaker)
        {
            turns.Add(new JsonObject { ["speaker"] = speaker, ["text"] = text });
            words += text.Count(letter => letter == ' ') + 1;
        }
    }
}

using Microsoft.Data.Sqlite;

namespace Notulen.Benchmarks;

/// <summary>
/// A whole day's recording through <c>notulen minutes</c> with a scripted speech engine that answers at once: what is
/// measured is our own process, with the real ffmpeg, voice activity, database and documents.
/// </summary>
internal static class MemoryBenchmark
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("notulen-bench-").FullName;
        try
        {
            var recording = await BenchRecordings.LongAsync(folder, options.Hours);
            var data = Path.Combine(folder, "data");
            var run = await TimedProcess.RunAsync(
                options.Program[0],
                [.. options.Program.Skip(1), "minutes", recording, "--language", "en", "--language-model", "none", "--speech-model", options.Model, "--out", data, "--data", data, "--quiet"],
                new Dictionary<string, string> { ["PATH"] = ScriptedEngine.Install(folder) + ":" + Environment.GetEnvironmentVariable("PATH") });
            Console.WriteLine($"{options.Hours:0.#} hours: peak memory of our process {run.PeakMegabytes:0} MB, {run.Seconds:0} s with an engine that takes no time");
            foreach (var (stage, seconds) in Stages(Path.Combine(data, "notulen.db")))
                Console.WriteLine($"  {stage,-20} {seconds,8:0.0} s");
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string Stage, double Seconds)> Stages(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select Stage, (julianday(FinishedAt) - julianday(StartedAt)) * 86400 from StageRuns order by \"Order\"";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (reader.GetString(0), reader.GetDouble(1));
    }
}

using System.CommandLine;
using System.Globalization;
using Notulen.Core.Problems;
using Notulen.Core.Storage;
using Notulen.Engines.Models;
using Notulen.Engines.Setup;

namespace Notulen.App.Commands;

/// <summary><c>notulen models list|pull|verify</c>.</summary>
public static class ModelsCommand
{
    public static Command Create(CultureInfo culture, NotulenFolders folders)
    {
        string Text(string key) => SetupTexts.Texts[culture, key];
        SetupTools Tools() => new(folders, TimeProvider.System);

        var list = new Command("list", Text("models.list"));
        list.SetAction(_ => List(culture, Tools()));

        var name = new Argument<string>("name") { Description = Text("models.name") };
        var pull = new Command("pull", Text("models.pull")) { name };
        pull.SetAction((parsed, cancellationToken) => PullAsync(culture, Tools(), parsed.GetRequiredValue(name), cancellationToken));

        var one = new Argument<string?>("name") { Description = Text("models.name"), Arity = ArgumentArity.ZeroOrOne };
        var verify = new Command("verify", Text("models.verify")) { one };
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(culture, Tools(), parsed.GetValue(one), cancellationToken));

        return new Command("models", Text("models.description")) { list, pull, verify };
    }

    private static int List(CultureInfo culture, SetupTools tools)
    {
        var models = tools.Models.Catalogue.Models.Where(entry => entry.Kind != ModelKind.Sample).ToList();
        var defaults = models.Where(entry => tools.Models.Find(entry) is not null)
            .GroupBy(entry => entry.Kind)
            .Select(group => group.Key == ModelKind.VoiceActivity ? ModelCatalogue.VoiceActivity : ModelChoice.Best(group, Machine.Current, "nl")?.Name)
            .ToHashSet();
        string[] headers = ["name", "kind", "languages", "size", "memory", "licence", "state"];
        string[][] rows =
        [
            [.. headers.Select(header => SetupTexts.Texts[culture, "models.header." + header])],
            .. models.Select(entry => Row(culture, tools, entry, defaults.Contains(entry.Name))),
        ];
        var widths = Enumerable.Range(0, headers.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            Console.Out.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return 0;
    }

    private static string[] Row(CultureInfo culture, SetupTools tools, ModelEntry entry, bool isDefault)
    {
        var here = tools.Models.Find(entry) is not null;
        var state = new List<string>
        {
            here ? isDefault ? "models.default" : "models.here" : Machine.Current.Holds(entry) ? "models.absent" : "models.tooBig",
        };
        if (entry.Demonstration)
            state.Add("models.demonstration");
        if (entry.Sha256 is null)
            state.Add(tools.Models.Pins.Find(entry.Name) is null ? "models.unpinned" : "models.pinned");
        return
        [
            entry.Name,
            SetupTexts.Texts[culture, $"kind.{entry.Kind}"],
            string.Join(' ', entry.Quality.Keys),
            Megabytes(culture, entry.Bytes),
            Megabytes(culture, entry.MemoryBytes),
            entry.Licence,
            string.Join("; ", state.Select(key => SetupTexts.Texts[culture, key])),
        ];
    }

    private static async Task<int> PullAsync(CultureInfo culture, SetupTools tools, string name, CancellationToken cancellationToken)
    {
        var entry = tools.Models.Catalogue.Find(name);
        using var held = SetupLock.Take(tools.Folders.Home);
        var display = new SetupDisplay(culture);
        await display.FollowAsync(report => FetchAsync(tools, entry, report, cancellationToken));
        return 0;
    }

    private static async Task FetchAsync(SetupTools tools, ModelEntry entry, IProgress<SetupProgress> progress, CancellationToken cancellationToken)
    {
        var part = new SetupPart($"part.{entry.Kind}", entry.Name);
        var started = tools.Time.GetTimestamp();
        void Report(SetupState state, double fraction) => progress.Report(new SetupProgress(part, state, fraction, tools.Time.GetElapsedTime(started)));
        Report(SetupState.Fetching, 0);
        await tools.Fetch.FetchAsync(entry, fraction => Report(SetupState.Fetching, fraction), cancellationToken);
        Report(SetupState.Done, 1);
    }

    private static async Task<int> VerifyAsync(CultureInfo culture, SetupTools tools, string? name, CancellationToken cancellationToken)
    {
        var entries = name is not null
            ? [tools.Models.Catalogue.Find(name)]
            : tools.Models.Catalogue.Models.Where(entry => tools.Models.Find(entry) is not null).ToList();
        if (entries.Count == 0)
            Console.Out.WriteLine(SetupTexts.Texts[culture, "models.nothing"]);
        var exit = 0;
        foreach (var entry in entries)
        {
            try
            {
                var file = await tools.Models.CheckAsync(entry, cancellationToken);
                Console.Out.WriteLine(SetupTexts.Texts[culture, "models.good", file.Path, file.Sha256]);
            }
            catch (NotulenException exception)
            {
                Console.Error.WriteLine(exception.Problem.Say(culture));
                exit = 2;
            }
        }
        return exit;
    }

    private static string Megabytes(CultureInfo culture, long bytes) => (bytes / 1_000_000).ToString("N0", culture);
}

using System.Globalization;
using Notulen.Engines.Models;
using Notulen.Engines.Setup;

namespace Notulen.App.Commands;

/// <summary>The catalogue as a table that fits in 80 columns.</summary>
internal sealed class ModelTable(CultureInfo culture, ModelStore store, Machine machine)
{
    private static readonly string[] Headers = ["name", "languages", "size", "memory", "licence", "state"];

    /// <summary>Columns with numbers.</summary>
    private static readonly int[] Right = [2, 3];

    /// <summary>The lines of the table and, under it, what its words mean.</summary>
    public IEnumerable<string> Lines()
    {
        var models = store.Catalogue.Models.Where(entry => entry.Kind != ModelKind.Sample).ToList();
        var headers = Headers.Select(header => Text("models.header." + header)).ToArray();
        var rows = models.Select(entry => (entry.Kind, Cells: Row(entry, IsDefault(entry, models)))).ToList();
        var widths = Headers.Select((_, column) => rows.Select(row => row.Cells[column].Length).Append(headers[column].Length).Max()).ToArray();

        yield return Line(headers, widths);
        foreach (var kind in rows.GroupBy(row => row.Kind))
        {
            yield return "";
            yield return Text($"kind.{kind.Key}");
            foreach (var (_, cells) in kind)
                yield return Line(cells, widths);
        }
        yield return "";
        foreach (var line in Text("models.legend").Split('\n'))
            yield return line.Trim();
    }

    private string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, column) => Right.Contains(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd();

    private bool IsDefault(ModelEntry entry, IEnumerable<ModelEntry> models) => entry.Kind == ModelKind.VoiceActivity
        ? entry.Name == ModelCatalogue.VoiceActivity
        : entry == ModelChoice.Best(models.Where(other => other.Kind == entry.Kind && store.Find(other) is not null), machine, "nl");

    private string[] Row(ModelEntry entry, bool isDefault)
    {
        var here = store.Find(entry) is not null;
        var state = new List<string>();
        if (here)
            state.Add(isDefault ? "models.default" : "models.here");
        else if (!machine.Holds(entry))
            state.Add("models.tooBig");
        if (entry.Demonstration)
            state.Add("models.demonstration");
        if (entry.Sha256 is null)
            state.Add(store.Pins.Find(entry.Name) is null ? "models.unpinned" : "models.pinned");
        return
        [
            entry.Name,
            string.Join(' ', entry.Quality.Keys),
            Megabytes(entry.Bytes),
            Megabytes(entry.MemoryBytes),
            entry.Licence,
            state.Count > 0 ? string.Join(", ", state.Select(Text)) : "-",
        ];
    }

    private string Text(string key) => SetupTexts.Texts[culture, key];

    private string Megabytes(long bytes) => (bytes / 1_000_000).ToString("N0", culture);
}

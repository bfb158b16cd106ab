using System.Globalization;
using static Notulen.App.CommandLine.NotulenCommandLine;

namespace Notulen.App.Eval.Report;

/// <summary>Figures as lines for a screen: a heading per set, a line per measure.</summary>
internal static class FigureTable
{
    private const int LabelWidth = 34;

    public static IEnumerable<string> Lines(IReadOnlyList<Figure> figures, CultureInfo culture)
    {
        foreach (var set in figures.GroupBy(figure => figure.Set))
        {
            yield return set.Key;
            foreach (var measure in set.GroupBy(figure => figure.Measure))
            {
                var counts = string.Join("/", measure.Where(figure => figure.IsCount).Select(figure => figure.Value.ToString("0", CultureInfo.InvariantCulture)));
                var values = measure.Where(figure => !figure.IsCount).Select(figure => $"{figure.Aspect} {figure.Value.ToString("0.000", CultureInfo.InvariantCulture)}");
                yield return $"  {Label(measure.Key, culture).PadRight(LabelWidth)}{string.Join("  ", values.Append(counts)).Trim()}".TrimEnd();
            }
        }
    }

    public static string Label(string measure, CultureInfo culture) => measure.StartsWith("caught.", StringComparison.Ordinal)
        ? Texts[culture, "eval.caught", measure["caught.".Length..]]
        : Texts[culture, "eval." + measure];
}

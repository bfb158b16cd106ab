using Notulen.Documents.Outline;

namespace Notulen.Documents.Pdf;

/// <summary>Tables of the whole text width with a header row that screen readers know as such.</summary>
internal static class PdfTables
{
    private const double Padding = 5;

    public static void Add(PdfFlow flow, PdfElement document, TableBlock table)
    {
        if (table.Header.Count == 0)
            return;
        var element = document.Add("Table", $"<</O/Table/Summary{PdfSyntax.Text(table.Name)}>>");
        var row = element.Add("THead").Add("TR");
        var header = new PdfTableRow(Cells(flow, table, table.Header, PdfStyle.TableHeader, () => row.Add("TH", "<</O/Table/Scope/Column>>")), null, PdfStyle.Blue) { Before = 4, KeepWithNext = true };
        flow.Add(header);
        var body = element.Add("TBody");
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var cells = body.Add("TR");
            flow.Add(new PdfTableRow(Cells(flow, table, table.Rows[i], PdfStyle.TableText, () => cells.Add("TD")), header, i % 2 == 1 ? PdfStyle.Band : null)
            {
                After = i == table.Rows.Count - 1 ? 10 : 0,
            });
        }
    }

    private static List<IReadOnlyList<PdfLine>> Cells(PdfFlow flow, TableBlock table, IReadOnlyList<string> texts, PdfStyle style, Func<PdfElement> cell)
    {
        var cells = new List<IReadOnlyList<PdfLine>>();
        var left = 0.0;
        for (var i = 0; i < texts.Count; i++)
        {
            var width = PdfFlow.TextWidth * table.Widths[i] / 100;
            cells.Add(new LineBreaker(flow.Fonts, left + Padding, width - 2 * Padding, cell()).Break(new PdfRun(texts[i], style)));
            left += width;
        }

        return cells;
    }
}

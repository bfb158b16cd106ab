namespace Notulen.Documents.Pdf;

/// <summary>A row of a table. It is not split as long as it fits on a page, and the header is drawn again on every page.</summary>
/// <param name="cells">The lines of each cell.</param>
/// <param name="header">The header row above it; null when this is the header.</param>
/// <param name="fill">The colour behind it; null for none.</param>
internal sealed class PdfTableRow(IReadOnlyList<IReadOnlyList<PdfLine>> cells, PdfTableRow? header, string? fill) : PdfPiece
{
    private const double Padding = 3;

    public override double Height => HeightOf(cells);

    public override double LeastHeight => Height <= PdfFlow.PageRoom - HeaderHeight ? Height : HeightOf(Take(cells, 3));

    private double HeaderHeight => header?.Height ?? 0;

    public override void BeginPage(PdfFlow flow) => header?.Repeat(flow);

    public override void Draw(PdfFlow flow)
    {
        var rest = cells;
        while (HeightOf(rest) > flow.Room)
        {
            var fitting = Fitting(rest, flow.Room);
            if (fitting > 0)
            {
                DrawPart(flow, Take(rest, fitting), repeated: false);
                rest = [.. rest.Select(cell => (IReadOnlyList<PdfLine>)[.. cell.Skip(fitting)])];
            }

            flow.NewPage();
            BeginPage(flow);
        }

        DrawPart(flow, rest, repeated: false);
    }

    private void Repeat(PdfFlow flow)
    {
        // A header that leaves no room for rows would never come to an end.
        if (Height > PdfFlow.PageRoom / 2)
            return;
        DrawPart(flow, cells, repeated: true);
    }

    private void DrawPart(PdfFlow flow, IReadOnlyList<IReadOnlyList<PdfLine>> part, bool repeated)
    {
        var (top, height) = (flow.Y, HeightOf(part));
        if (fill is not null)
            flow.Page.Fill(PdfFlow.Side, top, PdfFlow.TextWidth, height, fill);
        if (repeated)
            flow.Page.BeginPagination("Header");
        foreach (var cell in part)
        {
            flow.Y = top + Padding;
            foreach (var line in cell)
                flow.Draw(line, PdfFlow.Side, repeated);
        }

        flow.Page.Fill(PdfFlow.Side, top + height - 0.5, PdfFlow.TextWidth, 0.5, PdfStyle.Line);
        flow.Y = top + height;
    }

    private static int Fitting(IReadOnlyList<IReadOnlyList<PdfLine>> rest, double room)
    {
        var most = rest.Max(cell => cell.Count);
        var count = 0;
        while (count < most && HeightOf(Take(rest, count + 1)) <= room)
            count++;
        return count;
    }

    private static IReadOnlyList<IReadOnlyList<PdfLine>> Take(IReadOnlyList<IReadOnlyList<PdfLine>> rest, int lines) =>
        [.. rest.Select(cell => (IReadOnlyList<PdfLine>)[.. cell.Take(lines)])];

    private static double HeightOf(IReadOnlyList<IReadOnlyList<PdfLine>> part) => part.Max(cell => cell.Sum(line => line.Height)) + 2 * Padding;
}

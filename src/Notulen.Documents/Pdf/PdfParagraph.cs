namespace Notulen.Documents.Pdf;

/// <summary>Lines below each other, if wanted on a coloured panel.</summary>
/// <param name="lines">At least one.</param>
internal sealed class PdfParagraph(IReadOnlyList<PdfLine> lines) : PdfPiece
{
    private const double Padding = 5;
    private const double Bar = 3;

    /// <summary>Lines that stay together at the foot and at the head of a page.</summary>
    private const int Together = 2;

    public bool KeepLines { get; init; }

    /// <summary>Colours of the panel and of the bar left of it; null for plain text.</summary>
    public (string Fill, string Bar)? Panel { get; init; }

    /// <summary>A line under the paragraph.</summary>
    public bool Underlined { get; init; }

    /// <summary>Its place in the list of contents; null for no heading.</summary>
    public (int Level, string Title)? Bookmark { get; init; }

    public override double Height => HeightOf(lines) + (Underlined ? 3 : 0);

    public override double LeastHeight =>
        (KeepLines || lines.Count < 2 * Together) && Height <= PdfFlow.PageRoom ? Height : HeightOf([.. lines.Take(Together)]);

    private double Above => Panel is null ? 0 : Padding;

    public override void Draw(PdfFlow flow)
    {
        if (Bookmark is var (level, title))
            flow.Bookmarks.Add(new PdfBookmark(level, title, flow.Page.Id, flow.Y));
        IReadOnlyList<PdfLine> rest = lines;
        while (HeightOf(rest) > flow.Room)
        {
            var fitting = Fitting(rest, flow.Room);
            // Both parts keep two lines where they can.
            fitting = Math.Min(fitting, rest.Count - Math.Min(Together, rest.Count - 1));
            DrawPart(flow, [.. rest.Take(Math.Max(1, fitting))]);
            rest = [.. rest.Skip(Math.Max(1, fitting))];
            flow.NewPage();
        }

        DrawPart(flow, rest);
        if (Underlined)
            flow.Page.Fill(PdfFlow.Side, flow.Y + 2, PdfFlow.TextWidth, 0.75, PdfStyle.Blue);
        flow.Y += Underlined ? 3 : 0;
    }

    private void DrawPart(PdfFlow flow, IReadOnlyList<PdfLine> part)
    {
        if (Panel is var (fill, bar))
        {
            flow.Page.Fill(PdfFlow.Side, flow.Y, PdfFlow.TextWidth, HeightOf(part), fill);
            flow.Page.Fill(PdfFlow.Side, flow.Y, Bar, HeightOf(part), bar);
        }

        flow.Y += Above;
        foreach (var line in part)
            flow.Draw(line, PdfFlow.Side);
        flow.Y += Above;
    }

    private int Fitting(IReadOnlyList<PdfLine> rest, double room)
    {
        var count = 0;
        while (count < rest.Count && HeightOf([.. rest.Take(count + 1)]) <= room)
            count++;
        return count;
    }

    private double HeightOf(IReadOnlyList<PdfLine> part) => part.Sum(line => line.Height) + 2 * Above;
}

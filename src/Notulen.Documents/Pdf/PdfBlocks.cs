using Notulen.Documents.Outline;

namespace Notulen.Documents.Pdf;

/// <summary>The blocks of an outline as pieces on pages and as elements of the structure tree.</summary>
/// <param name="flow">Takes the pieces.</param>
/// <param name="document">The element of the whole document.</param>
internal sealed class PdfBlocks(PdfFlow flow, PdfElement document)
{
    private const double ListIndent = 16;
    private const double PanelIndent = 12;
    private const double FactIndent = 132;

    /// <summary>The list that points are added to; other blocks end it.</summary>
    private PdfElement? _list;

    public void Add(Block block)
    {
        if (block is not PointBlock)
            _list = null;
        switch (block)
        {
            case TitleBlock title:
                Text("H1", title.Title, PdfStyle.Title, after: 2, keep: true);
                if (title.Subtitle is { } subtitle)
                    Text("P", subtitle, PdfStyle.Subtitle, after: 12);
                break;

            case NoticeBlock notice:
                Panel(document, (PdfStyle.Cream, PdfStyle.Orange), [("P", [new(notice.Text, PdfStyle.Notice)])]);
                break;

            case FactBlock fact:
                Fact(fact);
                break;

            case HeadingBlock heading:
                Heading(heading);
                break;

            case TextBlock text:
                Text("P", text.Text, PdfStyle.Body, after: 6);
                break;

            case PointBlock point:
                Point(point);
                break;

            case DecisionBlock decision:
                Panel(document.Add("Div"), (PdfStyle.LightBlue, PdfStyle.Blue),
                [
                    ("P", [new(decision.Lead, PdfStyle.Lead)]),
                    ("P", [new(decision.Text, PdfStyle.Body), .. At(decision.Time)]),
                    .. decision.Details.Select(detail => ("P", new List<PdfRun> { new(detail, PdfStyle.Body) })),
                ]);
                break;

            case TableBlock table:
                PdfTables.Add(flow, document, table);
                break;

            default:
                throw new InvalidOperationException($"PDF has no form for {block.GetType().Name}.");
        }
    }

    private void Text(string tag, string text, PdfStyle style, double after, bool keep = false)
    {
        if (text.Length == 0)
            return;
        var lines = Break(document.Add(tag), 0, PdfFlow.TextWidth, new PdfRun(text, style));
        flow.Add(new PdfParagraph(lines) { After = after, KeepWithNext = keep, KeepLines = keep });
    }

    private void Heading(HeadingBlock heading)
    {
        if (heading.Text.Length == 0)
            return;
        var first = heading.Level == 1;
        var lines = Break(document.Add(first ? "H2" : "H3"), 0, PdfFlow.TextWidth, [new PdfRun(heading.Text, first ? PdfStyle.Heading1 : PdfStyle.Heading2), .. At(heading.Time)]);
        flow.Add(new PdfParagraph(lines)
        {
            Before = first ? 20 : 14,
            After = first ? 7 : 4,
            KeepWithNext = true,
            KeepLines = true,
            Underlined = first,
            Bookmark = (heading.Level, heading.Text),
        });
    }

    private void Fact(FactBlock fact)
    {
        var element = document.Add("P");
        var lines = Break(element, FactIndent, PdfFlow.TextWidth - FactIndent, new PdfRun(fact.Value, PdfStyle.Body));
        var names = Break(element, 0, FactIndent - 6, new PdfRun(fact.Name + " ", PdfStyle.Strong));
        for (var i = 0; i < names.Count; i++)
        {
            if (i == lines.Count)
                lines.Add(new PdfLine(PdfStyle.Body.Leading, []));
            lines[i].Spans.InsertRange(0, names[i].Spans);
        }

        flow.Add(new PdfParagraph(lines) { After = 2, KeepLines = true });
    }

    private void Point(PointBlock point)
    {
        _list ??= document.Add("L", "<</O/List/ListNumbering/Disc>>");
        var item = _list.Add("LI");
        var label = item.Add("Lbl");
        IEnumerable<PdfRun> lead = point.Lead is null ? [] : [new(point.Lead + ": ", PdfStyle.Strong)];
        var lines = Break(item.Add("LBody"), ListIndent, PdfFlow.TextWidth - ListIndent, [.. lead, new PdfRun(point.Text, PdfStyle.Body), .. At(point.Time)]);
        if (lines.Count == 0)
            lines.Add(new PdfLine(PdfStyle.Body.Leading, []));
        lines[0].Spans.Insert(0, new PdfSpan(3, "• ", PdfStyle.Body, label));
        flow.Add(new PdfParagraph(lines) { After = 3 });
    }

    private void Panel(PdfElement parent, (string, string) colors, IReadOnlyList<(string Tag, List<PdfRun> Runs)> paragraphs)
    {
        var lines = paragraphs.Where(paragraph => paragraph.Runs.Any(run => run.Text.Length > 0))
            .SelectMany(paragraph => Break(parent.Add(paragraph.Tag), PanelIndent, PdfFlow.TextWidth - 2 * PanelIndent, [.. paragraph.Runs])).ToList();
        if (lines.Count > 0)
            flow.Add(new PdfParagraph(lines) { Before = 8, After = 8, KeepLines = true, Panel = colors });
    }

    private List<PdfLine> Break(PdfElement element, double left, double width, params IEnumerable<PdfRun> runs) =>
        new LineBreaker(flow.Fonts, left, width, element).Break(runs);

    /// <summary>A time reference, held to the last word so that it does not stand alone on a line.</summary>
    private static IEnumerable<PdfRun> At(string? time) => time is null ? [] : [new("\u00A0", PdfStyle.Body), new(time, PdfStyle.Time)];
}

using Notulen.Core.Minutes;

namespace Notulen.Documents.Pdf;

/// <summary>Title and date on the left, "Pagina 2 van 5" on the right, on every page; drawn last, when their number is known.</summary>
internal static class PdfFooters
{
    private const double Top = PdfPage.Height - 46;

    public static void Draw(PdfFile file, PdfFlow flow, MinutesDocument minutes, DocumentTexts texts)
    {
        var title = PlainText.Clean(minutes.Meeting.Title);
        var date = minutes.Meeting.Date is { } day ? ", " + texts.ShortDate(day) : "";
        var count = flow.Pages.Count;
        for (var i = 0; i < count; i++)
        {
            var number = texts["page.number", i + 1, count];
            var width = flow.Fonts.Width(number, PdfStyle.Footer);
            var page = flow.Pages[i];
            page.Fill(PdfFlow.Side, Top, PdfFlow.TextWidth, 0.5, PdfStyle.Line);
            page.BeginPagination("Footer");
            var left = Fitted(title, date, PdfFlow.TextWidth - width - 20, flow.Fonts);
            page.Text(PdfFlow.Side, Top + 13, left + " ", PdfStyle.Footer, null);
            page.Text(PdfFlow.Side + PdfFlow.TextWidth - width, Top + 13, number, PdfStyle.Footer, null);
            page.Flush(file);
        }
    }

    private static string Fitted(string title, string date, double width, PdfFonts fonts)
    {
        if (fonts.Width(title + date, PdfStyle.Footer) <= width)
            return title + date;
        var kept = "";
        foreach (var rune in title.EnumerateRunes())
        {
            if (fonts.Width(kept + rune + "…" + date, PdfStyle.Footer) > width)
                break;
            kept += rune;
        }

        return kept.TrimEnd() + "…" + date;
    }
}

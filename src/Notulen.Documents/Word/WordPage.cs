using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Notulen.Core.Minutes;
using Notulen.Documents.Outline;

namespace Notulen.Documents.Word;

/// <summary>The page: A4 with the AI label on top of each and the page number below. Measures are in twentieths of a point.</summary>
internal static class WordPage
{
    private const int Width = 11906;
    private const int Height = 16838;
    private const int Side = 1304;

    /// <summary>Room between the margins.</summary>
    public const int TextWidth = Width - 2 * Side;

    /// <summary>Adds header and footer and gives the properties that close the body.</summary>
    public static SectionProperties Add(MainDocumentPart main, MinutesDocument minutes, DocumentTexts texts)
    {
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new Header(WordBlocks.Paragraph(WordStyles.Header, WordBlocks.Run(MinutesOutline.Label(minutes, texts))));
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(Footer(minutes, texts));
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
            new PageSize { Width = Width, Height = Height },
            new PageMargin { Top = 1531, Bottom = 1361, Left = Side, Right = Side, Header = 680, Footer = 567, Gutter = 0 });
    }

    /// <summary>Title and date on the left, "Pagina 2 van 5" on the right.</summary>
    private static Paragraph Footer(MinutesDocument minutes, DocumentTexts texts)
    {
        var title = PlainText.Clean(minutes.Meeting.Title);
        if (title.Length > 60)
            title = title[..(char.IsHighSurrogate(title[58]) ? 58 : 59)] + "…";
        if (minutes.Meeting.Date is { } date)
            title += ", " + texts.ShortDate(date);
        var paragraph = WordBlocks.Paragraph(WordStyles.Footer, WordBlocks.Run(title), new Run(new TabChar()));

        // The words around the two numbers differ per language and so does their order.
        foreach (var part in texts["page.number", "\u0001PAGE\u0001", "\u0001NUMPAGES\u0001"].Split('\u0001'))
        {
            if (part is "PAGE" or "NUMPAGES")
                paragraph.Append(new SimpleField(WordBlocks.Run("1")) { Instruction = part });
            else if (part.Length > 0)
                paragraph.Append(new Run(new Text(part) { Space = SpaceProcessingModeValues.Preserve }));
        }

        return paragraph;
    }
}

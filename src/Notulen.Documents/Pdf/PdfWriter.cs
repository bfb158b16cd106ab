using Notulen.Documents.Outline;

namespace Notulen.Documents.Pdf;

/// <summary>
/// Minutes as a PDF that can be read aloud (PDF/UA-1) and archived (PDF/A-2a): tagged, with its own fonts, and the same
/// bytes for the same minutes.
/// </summary>
public sealed class PdfWriter : IResultWriter
{
    private const int MostHeaderLines = 3;

    public string Extension => ".minutes.pdf";

    public string MediaType => "application/pdf";

    public async Task WriteAsync(MeetingResult result, Stream output, CancellationToken cancellationToken)
    {
        var texts = new DocumentTexts(result.Minutes.Meeting.Language);
        using var file = new PdfFile(output);
        var fonts = new PdfFonts();
        var document = new PdfElement("Document");
        var label = new LineBreaker(fonts, 0, PdfFlow.TextWidth, document).Break(new PdfRun(MinutesOutline.Label(result.Minutes, texts), PdfStyle.Header));
        var flow = new PdfFlow(file, fonts, [.. label.Take(MostHeaderLines)]);
        var blocks = new PdfBlocks(flow, document);
        foreach (var block in MinutesOutline.Of(result))
        {
            blocks.Add(block);
            await file.FlushAsync(cancellationToken);
        }

        flow.End();
        PdfFooters.Draw(file, flow, result.Minutes, texts);
        var catalog = Catalog(file, flow, document, new PdfMarking(result.Minutes, texts), texts.Culture.Name);
        await file.FinishAsync(catalog, file.Write(new PdfMarking(result.Minutes, texts).Information), cancellationToken);
    }

    /// <summary>What holds the document together (ISO 32000-1, 7.7).</summary>
    private static int Catalog(PdfFile file, PdfFlow flow, PdfElement document, PdfMarking marking, string language)
    {
        var tree = file.Reserve();
        var resources = file.Write(flow.Fonts.Write(file));
        var size = $"[0 0 {PdfSyntax.Number(PdfPage.Width)} {PdfSyntax.Number(PdfPage.Height)}]";
        for (var i = 0; i < flow.Pages.Count; i++)
        {
            var page = flow.Pages[i];
            file.Write(page.Id, $"<</Type/Page/Parent {tree} 0 R/MediaBox{size}/Resources {resources} 0 R/Contents{PdfSyntax.References(page.Contents)}/StructParents {i}/Tabs/S>>");
        }

        file.Write(tree, $"<</Type/Pages/Count {flow.Pages.Count}/Kids{PdfSyntax.References(flow.Pages.Select(page => page.Id))}>>");
        var outlines = flow.Bookmarks.Count == 0 ? "" : $"/Outlines {PdfBookmark.Write(file, flow.Bookmarks)} 0 R/PageMode/UseOutlines";
        return file.Write(
            $"<</Type/Catalog/Pages {tree} 0 R/Lang({language})/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
            + $"/StructTreeRoot {PdfStructure.Write(file, document, flow.Pages)} 0 R{outlines}/Metadata {marking.Write(file)} 0 R/OutputIntents[{PdfColors.Write(file)}]>>");
    }
}

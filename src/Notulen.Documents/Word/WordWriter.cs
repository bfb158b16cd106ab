using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Notulen.Documents.Outline;

namespace Notulen.Documents.Word;

/// <summary>Minutes as a Word document with real styles, so that a clerk's own template can be laid over it.</summary>
public sealed class WordWriter : IResultWriter
{
    public string Extension => ".minutes.docx";

    public string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task WriteAsync(MeetingResult result, Stream output, CancellationToken cancellationToken)
    {
        // The package is written back and forth, which a download cannot be.
        using var package = new MemoryStream();
        Write(result, package, cancellationToken);
        package.Position = 0;
        await package.CopyToAsync(output, cancellationToken);
    }

    private static void Write(MeetingResult result, Stream package, CancellationToken cancellationToken)
    {
        var texts = new DocumentTexts(result.Minutes.Meeting.Language);
        using var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        WordStyles.Add(main, texts.Culture.Name);
        WordNumbering.Add(main);
        WordSettings.Add(main, texts.Culture.Name);
        WordMarking.Add(document, result.Minutes, texts);

        var body = new Body();
        foreach (var block in MinutesOutline.Of(result))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var element in WordBlocks.Of(block))
                body.Append(element);
        }

        body.Append(WordPage.Add(main, result.Minutes, texts));
        main.Document = new Document(body);
    }
}

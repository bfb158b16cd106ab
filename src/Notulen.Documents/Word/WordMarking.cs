using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using Notulen.Core.Minutes;
using Notulen.Documents.Outline;

namespace Notulen.Documents.Word;

/// <summary>
/// What other programs can tell about the document without reading it: title and language, and that AI made it
/// (article 50 of the AI Act asks for a mark that a machine can read).
/// </summary>
internal static class WordMarking
{
    /// <summary>Id of custom properties, fixed by ECMA-376 part 4.</summary>
    private const string FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    private const string SourceType = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    public static void Add(WordprocessingDocument document, MinutesDocument minutes, DocumentTexts texts)
    {
        var provenance = minutes.Provenance;
        var core = document.PackageProperties;
        core.Title = PlainText.Clean(minutes.Meeting.Title);
        core.Subject = MinutesOutline.Given(minutes.Meeting.Body);
        core.Creator = "Notulen " + PlainText.Clean(provenance.Notulen);
        core.Language = texts.Culture.Name;
        core.Category = texts["document.category"];
        core.Keywords = texts["document.keywords"];
        core.Description = MinutesOutline.Label(minutes, texts);
        core.ContentStatus = "Draft";
        core.Created = provenance.Created.UtcDateTime;
        core.Modified = provenance.Created.UtcDateTime;

        var properties = new Properties();
        Add(properties, "AiGenerated", new VTBool("true"));
        Add(properties, "AiLabel", new VTLPWSTR(PlainText.Clean(provenance.Label)));
        Add(properties, "DigitalSourceType", new VTLPWSTR(SourceType));
        Add(properties, "AiDemonstration", new VTBool(provenance.Demonstration ? "true" : "false"));
        if (provenance.Speech is { } speech)
            Add(properties, "AiSpeechModel", new VTLPWSTR(PlainText.Clean(speech.Model)));
        if (provenance.Language is { } language)
            Add(properties, "AiLanguageModel", new VTLPWSTR(PlainText.Clean(language.Model)));
        document.AddCustomFilePropertiesPart().Properties = properties;
    }

    private static void Add(Properties properties, string name, DocumentFormat.OpenXml.OpenXmlElement value) =>
        properties.Append(new CustomDocumentProperty(value)
        {
            FormatId = FormatId,
            PropertyId = properties.ChildElements.Count + 2, // 0 and 1 are taken by the format.
            Name = name,
        });
}

using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Notulen.Core.Minutes;
using Notulen.Documents.Outline;

namespace Notulen.Documents.Pdf;

/// <summary>
/// What other programs can tell about the document without reading it: title, language, that it is PDF/A-2a and
/// PDF/UA-1, and that AI made it (article 50 of the AI Act asks for a mark that a machine can read).
/// </summary>
internal sealed class PdfMarking(MinutesDocument minutes, DocumentTexts texts)
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace Archive = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace Accessible = "http://www.aiim.org/pdfua/ns/id/";

    /// <summary>https://www.iptc.org/std/photometadata/specification/</summary>
    private static readonly XNamespace Iptc = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

    private const string SourceType = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    private readonly string _program = "Notulen " + PlainText.Clean(minutes.Provenance.Notulen);
    private readonly string _title = MinutesOutline.Given(minutes.Meeting.Title) ?? texts["document.category"];
    private readonly string _description = MinutesOutline.Label(minutes, texts);
    private readonly string _keywords = texts["document.keywords"];
    private readonly DateTimeOffset _created = minutes.Provenance.Created;

    /// <summary>The same as in <see cref="Write"/>, where older programs look. PDF/A wants both to agree.</summary>
    public string Information =>
        $"<</Title{PdfSyntax.Text(_title)}/Author{PdfSyntax.Text(_program)}/Subject{PdfSyntax.Text(_description)}/Keywords{PdfSyntax.Text(_keywords)}"
        + $"/Creator{PdfSyntax.Text(_program)}/Producer{PdfSyntax.Text(_program)}/CreationDate{PdfSyntax.Date(_created)}/ModDate{PdfSyntax.Date(_created)}>>";

    /// <returns>The object with the metadata (XMP, ISO 16684-1).</returns>
    public int Write(PdfFile file)
    {
        var date = _created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var description = new XElement(
            Rdf + "Description", new XAttribute(Rdf + "about", ""),
            new XElement(Archive + "part", 2), new XElement(Archive + "conformance", "A"), new XElement(Accessible + "part", 1),
            new XElement(Dublin + "format", "application/pdf"), new XElement(Dublin + "title", Alternatives(_title)), new XElement(Dublin + "description", Alternatives(_description)),
            new XElement(Dublin + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", _program))),
            new XElement(Dublin + "language", new XElement(Rdf + "Bag", new XElement(Rdf + "li", texts.Culture.Name))),
            new XElement(Pdf + "Keywords", _keywords), new XElement(Pdf + "Producer", _program),
            new XElement(Xmp + "CreatorTool", _program), new XElement(Xmp + "CreateDate", date), new XElement(Xmp + "ModifyDate", date),
            new XElement(Iptc + "DigitalSourceType", SourceType), new XElement(Iptc + "AISystemUsed", Models()),
            PdfSchemas.Of((Accessible, "pdfuaid", "part", "Integer"), (Iptc, "Iptc4xmpExt", "DigitalSourceType", "URI"), (Iptc, "Iptc4xmpExt", "AISystemUsed", "Text")));
        foreach (var (name, prefix) in new[] { (Rdf, "rdf"), (Dublin, "dc"), (Xmp, "xmp"), (Pdf, "pdf"), (Archive, "pdfaid"), (Accessible, "pdfuaid"), (Iptc, "Iptc4xmpExt") })
            description.Add(new XAttribute(XNamespace.Xmlns + prefix, name.NamespaceName));
        XNamespace meta = "adobe:ns:meta/";
        var packet = new XElement(meta + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", meta.NamespaceName), new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf.NamespaceName), description));
        var text = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + packet.ToString().ReplaceLineEndings("\n") + "\n<?xpacket end=\"r\"?>";
        return file.WriteStream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(text), compressed: false);
    }

    private static XElement Alternatives(string text) =>
        new(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), text));

    private string Models() => string.Join("; ", new[] { _program, Model(minutes.Provenance.Speech), Model(minutes.Provenance.Language) }.OfType<string>());

    private static string? Model(ModelProvenance? model) => model is null ? null : PlainText.Clean(model.Model);
}

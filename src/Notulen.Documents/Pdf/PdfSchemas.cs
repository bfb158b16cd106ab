using System.Xml.Linq;

namespace Notulen.Documents.Pdf;

/// <summary>Tells what metadata beyond the usual means, as PDF/A asks (ISO 19005-2, 6.6.2.3.3).</summary>
internal static class PdfSchemas
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Extension = "http://www.aiim.org/pdfa/ns/extension/";
    private static readonly XNamespace Schema = "http://www.aiim.org/pdfa/ns/schema#";
    private static readonly XNamespace Property = "http://www.aiim.org/pdfa/ns/property#";

    public static XElement Of(params (XNamespace Schema, string Prefix, string Name, string Type)[] properties) => new(
        Extension + "schemas",
        new XAttribute(XNamespace.Xmlns + "pdfaExtension", Extension.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "pdfaSchema", Schema.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "pdfaProperty", Property.NamespaceName),
        new XElement(Rdf + "Bag", properties.GroupBy(property => (property.Schema, property.Prefix)).Select(schema => Resource(
            new XElement(Schema + "schema", schema.Key.Prefix),
            new XElement(Schema + "namespaceURI", schema.Key.Schema.NamespaceName),
            new XElement(Schema + "prefix", schema.Key.Prefix),
            new XElement(Schema + "property", new XElement(Rdf + "Seq", schema.Select(property => Resource(
                new XElement(Property + "name", property.Name),
                new XElement(Property + "valueType", property.Type),
                new XElement(Property + "category", "internal"),
                new XElement(Property + "description", property.Name)))))))));

    private static XElement Resource(params XElement[] content) => new(Rdf + "li", new XAttribute(Rdf + "parseType", "Resource"), content);
}

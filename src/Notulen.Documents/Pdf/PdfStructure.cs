using System.Globalization;
using System.Text;

namespace Notulen.Documents.Pdf;

/// <summary>Writes the structure tree (ISO 32000-1, 14.7) when all pages are made.</summary>
internal static class PdfStructure
{
    /// <param name="file">Gets the objects.</param>
    /// <param name="document">The element of the whole document.</param>
    /// <param name="pages">Which element each marked content of a page belongs to.</param>
    /// <returns>The object that the catalogue refers to.</returns>
    public static int Write(PdfFile file, PdfElement document, IReadOnlyList<PdfPage> pages)
    {
        var root = file.Reserve();
        Number(file, document);
        Write(file, document, root);
        var parents = new StringBuilder("<</Nums[");
        for (var i = 0; i < pages.Count; i++)
            parents.Append(CultureInfo.InvariantCulture, $"{i} {PdfSyntax.References(pages[i].Marks.Select(element => element.Id))}");
        var tree = file.Write(parents.Append("]>>").ToString());
        file.Write(root, $"<</Type/StructTreeRoot/K {document.Id} 0 R/ParentTree {tree} 0 R/ParentTreeNextKey {pages.Count}>>");
        return root;
    }

    private static void Number(PdfFile file, PdfElement element)
    {
        element.Id = file.Reserve();
        foreach (var (kid, _, _) in element.Kids)
        {
            if (kid is not null)
                Number(file, kid);
        }
    }

    private static void Write(PdfFile file, PdfElement element, int parent)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<</Type/StructElem/S/{element.Tag}/P {parent} 0 R");
        if (element.Attributes is { } attributes)
            body.Append("/A").Append(attributes);
        if (element.Actual is { } actual)
            body.Append("/ActualText").Append(PdfSyntax.Text(actual));
        if (element.Kids.Count > 0)
            body.Append("/K[");
        foreach (var (kid, page, mark) in element.Kids)
        {
            if (kid is null)
                body.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {page} 0 R/MCID {mark}>>");
            else
                body.Append(CultureInfo.InvariantCulture, $" {kid.Id} 0 R");
        }

        file.Write(element.Id, body.Append(element.Kids.Count > 0 ? "]>>" : ">>").ToString());
        foreach (var (kid, _, _) in element.Kids)
        {
            if (kid is not null)
                Write(file, kid, element.Id);
        }
    }
}

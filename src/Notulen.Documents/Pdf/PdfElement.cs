namespace Notulen.Documents.Pdf;

/// <summary>A node of the structure tree: what a piece of the page is, for screen readers and other programs.</summary>
/// <param name="tag">A standard structure type (ISO 32000-1, 14.8.4).</param>
/// <param name="attributes">An attribute object as PDF spells it; null for none.</param>
internal sealed class PdfElement(string tag, string? attributes = null)
{
    public string Tag { get; } = tag;

    public string? Attributes { get; } = attributes;

    /// <summary>What its text really says, where the drawing is not enough; null for what is drawn.</summary>
    public string? Actual { get; init; }

    /// <summary>Set when the tree is written.</summary>
    public int Id { get; set; }

    /// <summary>In reading order: either an element or marked content of a page.</summary>
    public List<(PdfElement? Element, int Page, int Mark)> Kids { get; } = [];

    public PdfElement Add(string tag, string? attributes = null, string? actual = null)
    {
        var element = new PdfElement(tag, attributes) { Actual = actual };
        Kids.Add((element, 0, 0));
        return element;
    }
}

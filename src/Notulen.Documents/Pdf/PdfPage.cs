using System.Globalization;
using System.Text;

namespace Notulen.Documents.Pdf;

/// <summary>
/// One page: draws on it and keeps which element each marked content belongs to. Everything drawn is either part of an
/// element or an artifact, which screen readers pass over. Places are in points from the upper left corner of A4.
/// </summary>
internal sealed class PdfPage(int id, PdfFonts fonts)
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    private StringBuilder _content = new();
    private PdfElement? _current;

    public int Id { get; } = id;

    public List<PdfElement> Marks { get; } = [];

    /// <summary>The streams with what was drawn, in order.</summary>
    public List<int> Contents { get; } = [];

    /// <param name="left">Where it begins.</param>
    /// <param name="baseline">What the letters stand on.</param>
    /// <param name="text">Drawn on one line.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="element">What it is part of; null between <see cref="BeginPagination"/> and <see cref="EndMark"/>.</param>
    public void Text(double left, double baseline, string text, PdfStyle style, PdfElement? element)
    {
        var font = fonts.Of(style);
        foreach (var (drawn, actual) in PrintedText.Of(text, font))
        {
            if (element is not null)
                Mark(actual is null ? element : element.Add("Span", actual: actual));
            _content.Append(
                CultureInfo.InvariantCulture,
                $"BT /{PdfFonts.Name(style)} {PdfSyntax.Number(style.Size)} Tf {style.Color} rg 1 0 0 1 {PdfSyntax.Number(left)} {PdfSyntax.Number(Height - baseline)} Tm {font.Encode(drawn)} Tj ET\n");
            left += font.Width(drawn, style.Size);
        }
    }

    /// <summary>A coloured area, which is never more than looks.</summary>
    public void Fill(double left, double top, double width, double height, string color)
    {
        EndMark();
        _content.Append(
            CultureInfo.InvariantCulture,
            $"/Artifact BMC {color} rg {PdfSyntax.Number(left)} {PdfSyntax.Number(Height - top - height)} {PdfSyntax.Number(width)} {PdfSyntax.Number(height)} re f EMC\n");
    }

    /// <summary>What is drawn until <see cref="EndMark"/> repeats on every page.</summary>
    /// <param name="kind">"Header" or "Footer".</param>
    public void BeginPagination(string kind)
    {
        EndMark();
        _content.Append(CultureInfo.InvariantCulture, $"/Artifact<</Type/Pagination/Subtype/{kind}>>BDC\n");
        _current = Pagination;
    }

    public void EndMark()
    {
        if (_current is not null)
            _content.Append("EMC\n");
        _current = null;
    }

    /// <summary>Writes what was drawn until now and forgets it.</summary>
    public void Flush(PdfFile file)
    {
        EndMark();
        Contents.Add(file.WriteStream("", Encoding.ASCII.GetBytes(_content.ToString())));
        _content = new StringBuilder();
    }

    private static readonly PdfElement Pagination = new("Artifact");

    private void Mark(PdfElement element)
    {
        if (element == _current)
            return;
        EndMark();
        // Programs that copy text turn round by themselves what is written from right to left.
        var actual = element.Actual is { } text && !PrintedText.GoesLeft(text) ? "/ActualText" + PdfSyntax.Text(text) : "";
        _content.Append(CultureInfo.InvariantCulture, $"/{element.Tag}<</MCID {Marks.Count}{actual}>>BDC\n");
        element.Kids.Add((null, Id, Marks.Count));
        Marks.Add(element);
        _current = element;
    }
}

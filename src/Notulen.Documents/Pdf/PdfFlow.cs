namespace Notulen.Documents.Pdf;

/// <summary>Lets pieces flow over pages, top down. A page that is full is written and forgotten.</summary>
/// <param name="file">Gets the pages' contents.</param>
/// <param name="fonts">Of the document.</param>
/// <param name="header">Stands on top of every page.</param>
internal sealed class PdfFlow(PdfFile file, PdfFonts fonts, IReadOnlyList<PdfLine> header)
{
    public const double Side = 65;
    public const double TextWidth = PdfPage.Width - 2 * Side;
    private const double Top = 76;
    private const double Bottom = PdfPage.Height - 68;
    private const double HeaderTop = 34;

    private readonly List<PdfPiece> _held = [];
    private double _after;

    public PdfFonts Fonts { get; } = fonts;

    public List<PdfPage> Pages { get; } = [];

    public List<PdfBookmark> Bookmarks { get; } = [];

    public PdfPage Page => Pages[^1];

    /// <summary>Where the next line comes, in points from the upper edge.</summary>
    public double Y { get; set; } = Bottom;

    public double Room => Bottom - Y;

    public static double PageRoom => Bottom - Top;

    public void Add(PdfPiece piece)
    {
        _held.Add(piece);
        if (!piece.KeepWithNext)
            Release();
    }

    public void NewPage()
    {
        if (Pages.Count > 0)
            Page.Flush(file);
        Pages.Add(new PdfPage(file.Reserve(), Fonts));
        (Y, _after) = (HeaderTop, 0);
        Page.BeginPagination("Header");
        foreach (var line in header)
        {
            var width = line.Spans.Sum(span => Fonts.Width(span.Text.TrimEnd(), span.Style));
            Draw(line, Side + TextWidth - width, repeated: true);
        }

        Page.EndMark();
        Y = Top;
    }

    /// <param name="line">Drawn at the present height, which goes down by it.</param>
    /// <param name="left">From the left edge of the paper.</param>
    /// <param name="repeated">It was drawn before on another page and is not read again.</param>
    public void Draw(PdfLine line, double left, bool repeated = false)
    {
        foreach (var span in line.Spans)
            Page.Text(left + span.Left, Y + line.Height / 2 + 0.35 * line.Spans.Max(one => one.Style.Size), span.Text, span.Style, repeated ? null : span.Element);
        Y += line.Height;
    }

    public void End()
    {
        Release();
        if (Pages.Count == 0)
            NewPage();
        Page.Flush(file);
    }

    /// <summary>Draws the pieces that belong together, on a new page if they would be torn apart.</summary>
    private void Release()
    {
        if (_held.Count == 0)
            return;
        var needed = Math.Max(0, _after - _held[0].Before) + _held.SkipLast(1).Sum(piece => piece.Before + piece.Height + piece.After) + _held[^1].Before + _held[^1].LeastHeight;
        if (Pages.Count == 0 || (needed > Room && Y > Top))
        {
            NewPage();
            _held[0].BeginPage(this);
        }

        foreach (var piece in _held)
        {
            if (Y > Top)
                Y += Math.Max(_after, piece.Before);
            piece.Draw(this);
            _after = piece.After;
        }

        _held.Clear();
    }
}

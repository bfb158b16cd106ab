namespace Notulen.Documents.Pdf;

/// <summary>The two fonts of a document; both come with the program (see <c>Fonts/</c>), none is taken from the machine.</summary>
internal sealed class PdfFonts
{
    private readonly PdfFont _regular = new(TrueTypeFont.Load("LiberationSans-Regular"), "LiberationSans");
    private readonly PdfFont _bold = new(TrueTypeFont.Load("LiberationSans-Bold"), "LiberationSans-Bold");

    public PdfFont Of(PdfStyle style) => style.Bold ? _bold : _regular;

    public double Width(string text, PdfStyle style) => Of(style).Width(text, style.Size);

    /// <summary>The name of a style's font on every page.</summary>
    public static string Name(PdfStyle style) => style.Bold ? "F1" : "F0";

    /// <returns>The resources of every page.</returns>
    public string Write(PdfFile file) => $"<</Font<</F0 {_regular.Write(file)} 0 R/F1 {_bold.Write(file)} 0 R>>>>";
}

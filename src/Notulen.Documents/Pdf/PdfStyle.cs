namespace Notulen.Documents.Pdf;

/// <param name="Bold">Else regular; there is no other.</param>
/// <param name="Size">In points.</param>
/// <param name="Leading">From one line to the next, in points.</param>
/// <param name="Color">Red, green and blue from 0 to 1, as PDF spells them.</param>
internal sealed record PdfStyle(bool Bold, double Size, double Leading, string Color)
{
    public const string Black = "0 0 0";
    public const string Blue = "0.106 0.212 0.365";
    public const string LightBlue = "0.918 0.941 0.969";
    public const string Brown = "0.373 0.169 0.02";
    public const string Orange = "0.706 0.325 0.035";
    public const string Cream = "0.996 0.953 0.886";
    public const string Gray = "0.251 0.251 0.251";
    public const string Line = "0.749 0.749 0.749";
    public const string Band = "0.957 0.965 0.976";

    // The same looks as the Word document (Word/Styles.xml), in a font that runs a little larger.
    public static readonly PdfStyle Title = new(true, 22, 27, Blue);
    public static readonly PdfStyle Subtitle = new(false, 12, 16, Gray);
    public static readonly PdfStyle Heading1 = new(true, 15, 19, Blue);
    public static readonly PdfStyle Heading2 = new(true, 12, 15.5, Blue);
    public static readonly PdfStyle Body = new(false, 10, 14, Black);
    public static readonly PdfStyle Strong = new(true, 10, 14, Black);
    public static readonly PdfStyle Lead = new(true, 10, 14, Blue);
    public static readonly PdfStyle Notice = new(true, 10, 14, Brown);
    public static readonly PdfStyle Time = new(false, 8.5, 14, "0.349 0.349 0.349");
    public static readonly PdfStyle TableHeader = new(true, 9, 12, "1 1 1");
    public static readonly PdfStyle TableText = new(false, 9, 12, Black);
    public static readonly PdfStyle Header = new(false, 8.5, 11, Brown);
    public static readonly PdfStyle Footer = new(false, 8.5, 11, Gray);
}

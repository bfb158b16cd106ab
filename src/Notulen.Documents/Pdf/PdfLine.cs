namespace Notulen.Documents.Pdf;

/// <summary>A stretch of text in one style.</summary>
internal sealed record PdfRun(string Text, PdfStyle Style);

/// <param name="Left">From the left margin, in points.</param>
/// <param name="Text">On one line.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Element">What it is part of.</param>
internal sealed record PdfSpan(double Left, string Text, PdfStyle Style, PdfElement Element);

/// <param name="Height">In points.</param>
/// <param name="Spans">In reading order.</param>
internal sealed record PdfLine(double Height, List<PdfSpan> Spans);

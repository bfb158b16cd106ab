using System.Globalization;

namespace Notulen.Documents.Pdf;

/// <summary>Breaks text into lines: at blanks and hyphens, and inside a word only where it is longer than a whole line.</summary>
/// <param name="fonts">Measures.</param>
/// <param name="left">Where lines begin, in points from the left margin.</param>
/// <param name="width">Of a line, in points.</param>
/// <param name="element">What the text is part of.</param>
internal sealed class LineBreaker(PdfFonts fonts, double left, double width, PdfElement element)
{
    private readonly List<PdfLine> _lines = [];
    private double _used;

    public List<PdfLine> Break(params IEnumerable<PdfRun> runs)
    {
        foreach (var word in Words(runs))
        {
            var needed = word.Sum(part => fonts.Width(part.Text, part.Style)) - fonts.Width(Blanks(word[^1].Text), word[^1].Style);
            // A word that must be split anyway may begin where the line still has room.
            if (_used > 0 && _used + needed > width && (needed <= width || _used > width / 2))
                _used = 0;
            foreach (var part in word)
                Append(part, needed > width);
        }

        return _lines;
    }

    /// <summary>Words with the blanks behind them; a word may change its style half-way.</summary>
    private static IEnumerable<List<PdfRun>> Words(IEnumerable<PdfRun> runs)
    {
        var word = new List<PdfRun>();
        foreach (var run in runs)
        {
            var from = 0;
            for (var i = 1; i <= run.Text.Length; i++)
            {
                if (!MayBreak(run.Text, i))
                    continue;
                word.Add(run with { Text = run.Text[from..i] });
                from = i;
                yield return word;
                word = [];
            }

            if (from < run.Text.Length)
                word.Add(run with { Text = run.Text[from..] });
        }

        if (word.Count > 0)
            yield return word;
    }

    private static bool MayBreak(string text, int i)
    {
        if (text[i - 1] == ' ')
            return i == text.Length || text[i] != ' ';
        return text[i - 1] is '-' or '–' or '/' && i > 1 && i < text.Length && char.IsLetter(text[i - 2]) && char.IsLetter(text[i]);
    }

    private static string Blanks(string text) => text[text.TrimEnd(' ').Length..];

    private void Append(PdfRun part, bool split)
    {
        var needed = fonts.Width(part.Text, part.Style);
        if (!split || needed <= width)
        {
            if (_used + needed - fonts.Width(Blanks(part.Text), part.Style) > width)
                _used = 0;
            Put(part);
            return;
        }

        for (var i = 0; i < part.Text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(part.Text, i);
            var character = part with { Text = part.Text.Substring(i, length) };
            if (_used > 0 && character.Text != " " && _used + fonts.Width(character.Text, part.Style) > width)
                _used = 0;
            Put(character);
            i += length;
        }
    }

    private void Put(PdfRun part)
    {
        if (_used == 0)
            _lines.Add(new PdfLine(part.Style.Leading, []));
        var line = _lines[^1];
        if (line.Spans.Count > 0 && line.Spans[^1] is { } last && last.Style == part.Style)
            line.Spans[^1] = last with { Text = last.Text + part.Text };
        else
            line.Spans.Add(new PdfSpan(left + _used, part.Text, part.Style, element));
        // What has no width still begins the line.
        _used += Math.Max(fonts.Width(part.Text, part.Style), 0.001);
    }
}

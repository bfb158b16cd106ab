using System.Globalization;
using System.Text;

namespace Notulen.Documents.Pdf;

/// <summary>What of a text is drawn, and what it says where the drawing is not enough.</summary>
internal static class PrintedText
{
    /// <summary>
    /// Cuts a text into stretches. Characters that the font lacks, and writing from right to left (drawn backwards,
    /// since a page is drawn from left to right), come with what they really say, for searching and reading aloud.
    /// </summary>
    public static IEnumerable<(string Drawn, string? Actual)> Of(string text, PdfFont font)
    {
        var runes = text.EnumerateRunes().ToList();
        for (var i = 0; i < runes.Count;)
        {
            var from = i;
            var special = IsSpecial(runes[i], font);
            while (i < runes.Count && (IsInvisible(runes[i]) || IsSpecial(runes[i], font) == special || (special && JoinsLeftward(runes, i))))
                i++;
            var stretch = runes[from..i];
            var drawn = string.Concat(stretch.Where(rune => !IsInvisible(rune)));
            if (GoesLeft(drawn))
                drawn = Backwards(drawn);
            if (drawn.Length > 0)
                yield return (drawn, special ? string.Concat(stretch) : null);
        }
    }

    public static bool GoesLeft(string text) => text.EnumerateRunes().Any(IsLeftward);

    /// <summary>Marks that steer how others look: joiners, soft hyphens, variants.</summary>
    public static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F;

    private static bool IsSpecial(Rune rune, PdfFont font) => IsLeftward(rune) || !font.Has(rune);

    private static bool IsLeftward(Rune rune) =>
        rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    private static bool JoinsLeftward(List<Rune> runes, int i) =>
        Rune.IsWhiteSpace(runes[i]) && i > 0 && i + 1 < runes.Count && IsLeftward(runes[i - 1]) && IsLeftward(runes[i + 1]);

    private static string Backwards(string text)
    {
        var parts = StringInfo.GetTextElementEnumerator(text);
        var turned = "";
        while (parts.MoveNext())
            turned = parts.GetTextElement() + turned;
        return turned;
    }
}

using System.Globalization;
using System.Text;

namespace Notulen.Documents.Pdf;

/// <summary>A font of one document: counts which characters it is used for, and is embedded with just these.</summary>
/// <param name="font">The whole font.</param>
/// <param name="name">Its PostScript name.</param>
internal sealed class PdfFont(TrueTypeFont font, string name)
{
    /// <summary>Stands for a character that the font has no form for.</summary>
    private const char Missing = '□';

    private readonly Dictionary<Rune, (ushort Code, ushort Advance)> _used = [];
    private readonly List<Rune> _characters = [];
    private readonly List<ushort> _glyphs = [0];

    public bool Has(Rune character) => font.Glyph(character) != 0;

    /// <summary>In points.</summary>
    public double Width(string text, double size)
    {
        var units = 0;
        foreach (var character in text.EnumerateRunes())
        {
            if (!PrintedText.IsInvisible(character))
                units += Use(Has(character) ? character : new Rune(Missing)).Advance;
        }

        return units * size / font.UnitsPerEm;
    }

    /// <summary>The codes of a text, as a page spells them; what the font lacks becomes a box.</summary>
    public string Encode(string text)
    {
        var codes = new StringBuilder("<");
        foreach (var character in text.EnumerateRunes())
            codes.Append(Use(Has(character) ? character : new Rune(Missing)).Code.ToString("X4", CultureInfo.InvariantCulture));
        return codes.Append('>').ToString();
    }

    /// <summary>Writes the font with the characters that were used until now.</summary>
    /// <returns>The object that pages refer to.</returns>
    public int Write(PdfFile file)
    {
        var subset = $"{Tag()}+{name}";
        var data = TrueTypeSubset.Of(font, _glyphs);
        var program = file.WriteStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {data.Length}"), data);
        var box = string.Join(' ', font.Box.Select(PdfSyntax.Number));
        var descriptor = file.Write(
            $"<</Type/FontDescriptor/FontName/{subset}/Flags 4/FontBBox[{box}]/ItalicAngle 0/Ascent {PdfSyntax.Number(font.Ascent)}/Descent {PdfSyntax.Number(font.Descent)}"
            + $"/CapHeight {PdfSyntax.Number(font.CapHeight)}/StemV {(name.EndsWith("Bold", StringComparison.Ordinal) ? 140 : 80)}/FontFile2 {program} 0 R>>");
        var widths = string.Join(' ', _glyphs.Select(glyph => PdfSyntax.Number(font.Scaled(font.Advance(glyph)))));
        var descendant = file.Write(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{subset}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {descriptor} 0 R/CIDToGIDMap/Identity/W[0[{widths}]]>>");
        var unicode = file.WriteStream("", Encoding.ASCII.GetBytes(CharacterMap()));
        return file.Write($"<</Type/Font/Subtype/Type0/BaseFont/{subset}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>");
    }

    private (ushort Code, ushort Advance) Use(Rune character)
    {
        if (_used.TryGetValue(character, out var known))
            return known;
        var glyph = font.Glyph(character);
        var used = ((ushort)_glyphs.Count, font.Advance(glyph));
        _glyphs.Add(glyph);
        _characters.Add(character);
        _used.Add(character, used);
        return used;
    }

    /// <summary>Six letters that tell this subset from others (ISO 32000-1, 9.6.4), the same for the same characters.</summary>
    private string Tag()
    {
        ulong hash = 14695981039346656037; // FNV-1a.
        foreach (var character in _characters)
            hash = (hash ^ (uint)character.Value) * 1099511628211;
        return string.Concat(Enumerable.Range(0, 6).Select(i => (char)('A' + (hash >> (8 * i)) % 26)));
    }

    /// <summary>From codes back to characters, for searching, copying and reading aloud. At most 100 in a block.</summary>
    private string CharacterMap()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n");
        map.Append("/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        var code = 1;
        foreach (var block in _characters.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var character in block)
                map.Append(CultureInfo.InvariantCulture, $"<{code++:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(character.ToString()))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}

using System.Buffers.Binary;
using System.Text;

namespace Notulen.Documents.Pdf;

/// <summary>
/// A font file as far as a PDF needs it (https://learn.microsoft.com/typography/opentype/spec/otff): sizes of the
/// glyphs and which one belongs to a character. Only fonts that come with the program are read.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, (int Start, int Length)> _tables = [];
    private readonly int _characters;
    private readonly int _metrics;

    private TrueTypeFont(byte[] file)
    {
        _file = file;
        for (var i = 0; i < Word(4); i++)
        {
            var entry = 12 + i * 16;
            _tables.Add(Encoding.ASCII.GetString(file, entry, 4), ((int)Long(entry + 8), (int)Long(entry + 12)));
        }

        var head = Start("head");
        UnitsPerEm = Word(head + 18);
        Box = [.. Enumerable.Range(0, 4).Select(i => Scaled((short)Word(head + 36 + 2 * i)))];
        var hhea = Start("hhea");
        (Ascent, Descent) = (Scaled((short)Word(hhea + 4)), Scaled((short)Word(hhea + 6)));
        _metrics = Word(hhea + 34);
        CapHeight = Scaled((short)Word(Start("OS/2") + 88));
        _characters = Characters();
    }

    public int UnitsPerEm { get; }

    /// <summary>In thousandths of the font size, as all measures here but the advances.</summary>
    public double Ascent { get; }

    public double Descent { get; }

    public double CapHeight { get; }

    public double[] Box { get; }

    /// <param name="name">Of the file in <c>Fonts/</c>, without its extension.</param>
    public static TrueTypeFont Load(string name)
    {
        using var resource = typeof(TrueTypeFont).Assembly.GetManifestResourceStream($"Notulen.Documents.Pdf.{name}.ttf")!;
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return new TrueTypeFont(file);
    }

    public ReadOnlySpan<byte> Table(string tag) => _tables.TryGetValue(tag, out var table) ? _file.AsSpan(table.Start, table.Length) : [];

    /// <summary>0 when the font has no form for the character.</summary>
    public ushort Glyph(Rune character)
    {
        if (character.Value > 0xFFFF)
            return 0;
        // Format 4: segments of characters with, per segment, a difference or an array of glyphs.
        var segments = Word(_characters + 6) / 2;
        var (ends, i) = (_characters + 14, 0);
        while (i < segments && Word(ends + 2 * i) < character.Value)
            i++;
        var starts = ends + 2 * segments + 2;
        if (i == segments || Word(starts + 2 * i) > character.Value)
            return 0;
        var delta = Word(starts + 2 * (segments + i));
        var offset = starts + 2 * (2 * segments + i);
        if (Word(offset) == 0)
            return (ushort)(character.Value + delta);
        var glyph = Word(offset + Word(offset) + 2 * (character.Value - Word(starts + 2 * i)));
        return glyph == 0 ? glyph : (ushort)(glyph + delta);
    }

    /// <summary>In units of the font.</summary>
    public ushort Advance(ushort glyph) => Word(Start("hmtx") + 4 * Math.Min(glyph, _metrics - 1));

    public short LeftBearing(ushort glyph) =>
        (short)Word(Start("hmtx") + (glyph < _metrics ? 4 * glyph + 2 : 4 * _metrics + 2 * (glyph - _metrics)));

    /// <summary>The drawing of a glyph; empty for a blank.</summary>
    public ReadOnlySpan<byte> Outline(ushort glyph)
    {
        var loca = Start("loca");
        var wide = Word(Start("head") + 50) == 1;
        var (from, to) = wide ? (Long(loca + 4 * glyph), Long(loca + 4 * glyph + 4)) : (Word(loca + 2 * glyph) * 2u, Word(loca + 2 * glyph + 2) * 2u);
        return _file.AsSpan(Start("glyf") + (int)from, (int)(to - from));
    }

    public double Scaled(int units) => units * 1000.0 / UnitsPerEm;

    private int Characters()
    {
        var cmap = Start("cmap");
        for (var i = 0; i < Word(cmap + 2); i++)
        {
            var start = cmap + (int)Long(cmap + 8 + 8 * i);
            if (Word(start) == 4)
                return start;
        }

        throw new InvalidOperationException("The font has no character map of format 4.");
    }

    private int Start(string tag) => _tables[tag].Start;

    private ushort Word(int place) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(place));

    private uint Long(int place) => BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(place));
}

using System.Buffers.Binary;
using System.Text;

namespace Notulen.Documents.Pdf;

/// <summary>A font file with only the glyphs that a document uses, numbered anew (ISO 32000-1, 9.9).</summary>
internal static class TrueTypeSubset
{
    private const int HasWords = 0x0001, HasScale = 0x0008, HasMore = 0x0020, HasTwoScales = 0x0040, HasMatrix = 0x0080;

    /// <param name="font">Where the glyphs are taken from.</param>
    /// <param name="wanted">Glyphs of the font in the order of their new numbers; the first is number 0, for what is missing.</param>
    public static byte[] Of(TrueTypeFont font, IReadOnlyList<ushort> wanted)
    {
        var glyphs = wanted.ToList();
        var outlines = new MemoryStream();
        var places = new List<uint> { 0 };
        // Parts of composed glyphs come after the wanted ones.
        for (var i = 0; i < glyphs.Count; i++)
        {
            var outline = font.Outline(glyphs[i]).ToArray();
            RenumberParts(outline, glyphs);
            outlines.Write(outline);
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
            places.Add((uint)outlines.Length);
        }

        var head = font.Table("head").ToArray();
        head.AsSpan(8, 4).Clear();
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        var hhea = font.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)glyphs.Count);
        var maxp = font.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)glyphs.Count);
        return Assemble(
            ("cvt ", font.Table("cvt ").ToArray()), ("fpgm", font.Table("fpgm").ToArray()), ("glyf", outlines.ToArray()), ("head", head), ("hhea", hhea),
            ("hmtx", Metrics(font, glyphs)), ("loca", [.. places.SelectMany(Long)]), ("maxp", maxp), ("prep", font.Table("prep").ToArray()));
    }

    private static void RenumberParts(Span<byte> outline, List<ushort> glyphs)
    {
        if (outline.IsEmpty || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return;
        var place = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[place..]);
            var part = BinaryPrimitives.ReadUInt16BigEndian(outline[(place + 2)..]);
            var number = glyphs.IndexOf(part);
            if (number < 0)
            {
                number = glyphs.Count;
                glyphs.Add(part);
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline[(place + 2)..], (ushort)number);
            place += 4 + ((flags & HasWords) != 0 ? 4 : 2);
            place += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
        while ((flags & HasMore) != 0);
    }

    private static byte[] Metrics(TrueTypeFont font, List<ushort> glyphs) =>
        [.. glyphs.SelectMany(glyph => new[] { font.Advance(glyph), (ushort)font.LeftBearing(glyph) }).SelectMany(value => new[] { (byte)(value >> 8), (byte)value })];

    private static byte[] Assemble(params (string Tag, byte[] Data)[] tables)
    {
        var file = new MemoryStream();
        var power = 1 << (int)Math.Log2(tables.Length);
        file.Write([0, 1, 0, 0, 0, (byte)tables.Length, 0, (byte)(power * 16), 0, (byte)Math.Log2(power), 0, (byte)((tables.Length - power) * 16)]);
        var place = (uint)(12 + 16 * tables.Length);
        foreach (var (tag, data) in tables)
        {
            file.Write([.. Encoding.ASCII.GetBytes(tag), .. Long(Sum(data)), .. Long(place), .. Long((uint)data.Length)]);
            place += (uint)(data.Length + 3) & ~3u;
        }

        foreach (var (_, data) in tables)
        {
            file.Write(data);
            file.Write(new byte[(4 - data.Length % 4) % 4]);
        }

        var bytes = file.ToArray();
        var head = 12 + 16 * Array.FindIndex(tables, table => table.Tag == "head");
        var start = (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(head + 8));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(start + 8), 0xB1B0AFBA - Sum(bytes));
        return bytes;
    }

    private static uint Sum(byte[] data)
    {
        uint sum = 0;
        for (var i = 0; i < data.Length; i++)
            sum += (uint)data[i] << (24 - 8 * (i % 4));
        return sum;
    }

    private static byte[] Long(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}

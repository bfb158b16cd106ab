using System.Buffers.Binary;
using System.Text;

namespace Notulen.Documents.Pdf;

/// <summary>
/// What the colours mean on any screen or printer, which PDF/A asks for: a colour profile
/// (https://www.color.org/icc32.pdf) with the primaries of sRGB and its gamma rounded to 2.2.
/// </summary>
internal static class PdfColors
{
    private const int HeaderLength = 128;

    /// <returns>The output intent.</returns>
    public static string Write(PdfFile file)
    {
        var profile = file.WriteStream("/N 3", Profile());
        return $"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB, gamma 2.2)/DestOutputProfile {profile} 0 R>>";
    }

    private static byte[] Profile()
    {
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB, gamma 2.2")),
            ("cprt", [.. "text\0\0\0\0"u8, .. "No copyright, use freely\0"u8]),
            ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("rXYZ", Xyz(0.4360, 0.2225, 0.0139)),
            ("gXYZ", Xyz(0.3851, 0.7169, 0.0971)),
            ("bXYZ", Xyz(0.1431, 0.0606, 0.7139)),
            ("rTRC", Gamma), ("gTRC", Gamma), ("bTRC", Gamma),
        ];
        var table = new MemoryStream();
        var data = new MemoryStream();
        var start = HeaderLength + 4 + 12 * tags.Length;
        table.Write(Long(tags.Length));
        foreach (var (tag, bytes) in tags)
        {
            table.Write([.. Encoding.ASCII.GetBytes(tag), .. Long(start + (int)data.Length), .. Long(bytes.Length)]);
            data.Write(bytes);
            data.Write(new byte[(4 - bytes.Length % 4) % 4]);
        }

        return [.. Header(start + (int)data.Length), .. table.ToArray(), .. data.ToArray()];
    }

    private static byte[] Gamma => [.. "curv\0\0\0\0"u8, .. Long(1), 0x02, 0x33, 0, 0];

    private static byte[] Header(int length)
    {
        var header = new byte[HeaderLength];
        Long(length).CopyTo(header, 0);
        header[8] = 2; // Version 2.1.
        header[9] = 0x10;
        Encoding.ASCII.GetBytes("mntrRGB XYZ ").CopyTo(header, 12);
        // Made on the first day of 2026, in six numbers of two bytes.
        byte[] made = [0x07, 0xEA, 0, 1, 0, 1];
        made.CopyTo(header, 24);
        Encoding.ASCII.GetBytes("acsp").CopyTo(header, 36);
        Xyz(0.9642, 1, 0.8249)[8..].CopyTo(header, 68);
        return header;
    }

    private static byte[] Description(string text) =>
        [.. "desc\0\0\0\0"u8, .. Long(text.Length + 1), .. Encoding.ASCII.GetBytes(text), .. new byte[1 + 8 + 3 + 67]];

    private static byte[] Xyz(params double[] values) => [.. "XYZ \0\0\0\0"u8, .. values.SelectMany(value => Long((int)Math.Round(value * 65536)))];

    private static byte[] Long(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}

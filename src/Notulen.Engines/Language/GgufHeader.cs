using System.Text;

namespace Notulen.Engines.Language;

/// <summary>
/// Reads from a GGUF file how many tokens its model was trained to look at
/// (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md). llama-server would accept more and then answer nonsense.
/// </summary>
internal static class GgufHeader
{
    private const uint Magic = 0x46554747;
    private const int LongestText = 1 << 20;
    private const long MostEntries = 100_000;

    /// <summary>Sizes of the value types 0 to 12; 0 for the two that tell their own length.</summary>
    private static readonly int[] Sizes = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8];

    private const int TextType = 8;
    private const int ListType = 9;

    /// <returns>Null when the file does not say, or is no GGUF file.</returns>
    public static int? ContextTokens(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024);
        using var reader = new BinaryReader(file);
        try
        {
            if (reader.ReadUInt32() != Magic || reader.ReadUInt32() < 2)
                return null;
            reader.ReadInt64();
            var entries = reader.ReadInt64();
            for (var entry = 0L; entry < Math.Min(entries, MostEntries); entry++)
            {
                var key = Encoding.UTF8.GetString(reader.ReadBytes(TextLength(reader)));
                var type = reader.ReadInt32();
                if (key.EndsWith(".context_length", StringComparison.Ordinal) && type is 4 or 5)
                    return reader.ReadInt32();
                Skip(reader, type);
            }
            return null;
        }
        catch (Exception exception) when (exception is EndOfStreamException or InvalidDataException)
        {
            return null;
        }
    }

    private static void Skip(BinaryReader reader, int type)
    {
        if (type == TextType)
        {
            reader.BaseStream.Seek(TextLength(reader), SeekOrigin.Current);
        }
        else if (type == ListType)
        {
            var of = reader.ReadInt32();
            var count = reader.ReadInt64();
            if (of == TextType)
            {
                for (var i = 0L; i < count; i++)
                    Skip(reader, of);
            }
            else
            {
                reader.BaseStream.Seek(checked(Size(of) * count), SeekOrigin.Current);
            }
        }
        else
        {
            reader.BaseStream.Seek(Size(type), SeekOrigin.Current);
        }
        if (reader.BaseStream.Position > reader.BaseStream.Length)
            throw new EndOfStreamException();
    }

    private static int Size(int type) => type is >= 0 and <= 12 && Sizes[type] > 0 ? Sizes[type] : throw new InvalidDataException();

    private static int TextLength(BinaryReader reader) =>
        reader.ReadInt64() is >= 0 and <= LongestText and var length ? (int)length : throw new InvalidDataException();
}

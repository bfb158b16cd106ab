using System.Text;
using System.Text.Json;
using Notulen.Core.Problems;

namespace Notulen.Core.Meetings;

/// <summary>Reads JSON into nodes that know their line; comments and trailing commas are let through.</summary>
internal static class AgendaFileJson
{
    /// <exception cref="NotulenException">Not well-formed; the problem names the line.</exception>
    public static AgendaFileNode Read(string text, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = AgendaFileNode.MaxDepth,
        });
        try
        {
            var lines = new LineCount(bytes);
            reader.Read();
            var root = Node(ref reader, ref lines);
            reader.Read(); // Anything after the value is an error.
            return root;
        }
        catch (JsonException e)
        {
            throw NotulenException.Input("agenda.syntax", name, AgendaFile.Number((e.LineNumber ?? 0) + 1));
        }
        catch (InvalidOperationException)
        {
            // A string that is no text: half of a surrogate pair.
            throw NotulenException.Input("agenda.syntax", name, "1");
        }
    }

    private static AgendaFileNode Node(ref Utf8JsonReader reader, ref LineCount lines)
    {
        var line = lines.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var fields = new Dictionary<string, AgendaFileNode>(StringComparer.OrdinalIgnoreCase);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var field = reader.GetString()!;
                    reader.Read();
                    fields[field] = Node(ref reader, ref lines);
                }

                return new AgendaFileObject(line, fields);

            case JsonTokenType.StartArray:
                var values = new List<AgendaFileNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    values.Add(Node(ref reader, ref lines));
                return new AgendaFileSequence(line, values);

            case JsonTokenType.Null:
                return new AgendaFileScalar(line, null);

            case JsonTokenType.String:
                return new AgendaFileScalar(line, reader.GetString());

            default:
                return new AgendaFileScalar(line, Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    /// <summary>Counts lines while the reader goes forward, so that the whole file is looked at once.</summary>
    private ref struct LineCount(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _seen;
        private int _line = 1;

        public int At(long index)
        {
            _line += _bytes[_seen..(int)index].Count((byte)'\n');
            _seen = (int)index;
            return _line;
        }
    }
}

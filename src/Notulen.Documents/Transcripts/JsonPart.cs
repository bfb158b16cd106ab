using System.Globalization;
using System.Text.Json;
using Notulen.Core.Problems;

namespace Notulen.Documents.Transcripts;

/// <summary>One object in a JSON transcript, with its place for the problem when a field is wrong.</summary>
/// <param name="element">The object.</param>
/// <param name="file">Name of the file.</param>
/// <param name="position">Which part of the transcript it is or lies in, from 1; 0 for the heading.</param>
internal readonly struct JsonPart(JsonElement element, string file, int position)
{
    /// <summary>Null when the field is not there or null.</summary>
    public string? Text(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => Readable(text, field) is { } value && value.Trim().Length > 0 ? value : null,
        _ => throw Wrong(field),
    };

    public string Required(string field) => Find(field) is { ValueKind: JsonValueKind.String } text ? Readable(text, field) : throw Wrong(field);

    /// <summary>Null when the field is not there or null.</summary>
    public double? Number(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var value) && Math.Abs(value) <= TranscriptFile.MaxTime => value,
        _ => throw Wrong(field),
    };

    public bool Flag(string field) => Find(field) is { ValueKind: JsonValueKind.True };

    public (double Start, double End) Times()
    {
        var start = Number("start") ?? throw Wrong("start");
        var end = Number("end") ?? throw Wrong("end");
        return start < 0 ? throw Wrong("start") : end < start ? throw Wrong("end") : (start, end);
    }

    public JsonPart? Part(string field) => Find(field) is { ValueKind: JsonValueKind.Object } part ? new JsonPart(part, file, position) : null;

    public IEnumerable<JsonPart> Each(string field)
    {
        var (name, place) = (file, position);
        return Find(field) switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(part => new JsonPart(part, name, place)),
            _ => throw Wrong(field),
        };
    }

    private JsonElement? Find(string field)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return position == 0 ? null : throw Wrong(field);
        return element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private string Readable(JsonElement text, string field)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Wrong(field); // Half of a surrogate pair.
        }
    }

    private NotulenException Wrong(string field) =>
        NotulenException.Input("transcript.field", file, position.ToString(CultureInfo.InvariantCulture), field);
}

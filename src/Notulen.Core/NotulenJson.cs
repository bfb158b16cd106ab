using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notulen.Core;

/// <summary>How Notulen writes JSON: camelCase, accents as letters.</summary>
public static class NotulenJson
{
    /// <summary>For the results that other programs read: every field is there, null where there is nothing to say.</summary>
    public static readonly JsonSerializerOptions Complete = Create(indented: true, JsonIgnoreCondition.Never);

    /// <summary>For files that people open.</summary>
    public static readonly JsonSerializerOptions Readable = Create(indented: true);

    /// <summary>For the database and the wire.</summary>
    public static readonly JsonSerializerOptions Compact = Create(indented: false);

    private static JsonSerializerOptions Create(bool indented, JsonIgnoreCondition ignored = JsonIgnoreCondition.WhenWritingNull) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        DefaultIgnoreCondition = ignored,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notulen.Core;

/// <summary>How Notulen writes JSON: camelCase, nothing where there is nothing to say, accents as letters.</summary>
public static class NotulenJson
{
    /// <summary>For files that people open.</summary>
    public static readonly JsonSerializerOptions Readable = Create(indented: true);

    /// <summary>For the database and the wire.</summary>
    public static readonly JsonSerializerOptions Compact = Create(indented: false);

    private static JsonSerializerOptions Create(bool indented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

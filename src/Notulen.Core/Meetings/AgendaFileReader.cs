using Notulen.Core.Problems;

namespace Notulen.Core.Meetings;

/// <summary>Makes an agenda of the nodes of a file.</summary>
/// <param name="name">Name of the file, for problems.</param>
/// <param name="root">The whole file.</param>
internal sealed class AgendaFileReader(string name, AgendaFileObject root)
{
    public Agenda Read() => new()
    {
        Title = Text(root, "title"),
        Body = Text(root, "body"),
        Date = Value(root, "date", "agenda.date", AgendaFileDates.Date),
        Start = Value(root, "start", "agenda.time", AgendaFileDates.Time),
        Place = Text(root, "place"),
        Confidential = Value(root, "confidential", "agenda.flag", Flag) ?? false,
        Participants = [.. Each("participants", AgendaFile.MaxParticipants).Select(Participant).OfType<Participant>()],
        Items = [.. Each("items", AgendaFile.MaxItems).Select(Item).OfType<AgendaItem>()],
    };

    /// <summary>A participant without a name ("de griffier") cannot be named in minutes, so is left out.</summary>
    private Participant? Participant(AgendaFileNode node)
    {
        if (node is AgendaFileScalar only)
            return Trimmed(only.Text) is { } alone ? new Participant { Name = alone } : null;
        var fields = Object(node, "participants");
        return Text(fields, "name") is { } text
            ? new Participant
            {
                Name = text,
                Role = Text(fields, "role"),
                Party = Text(fields, "party"),
                Present = Value(fields, "present", "agenda.flag", Flag),
            }
            : null;
    }

    private AgendaItem? Item(AgendaFileNode node)
    {
        if (node is AgendaFileScalar only)
            return Trimmed(only.Text) is { } alone ? new AgendaItem { Title = alone } : null;
        var fields = Object(node, "items");
        var number = Text(fields, "number");
        var title = Text(fields, "title") ?? (number is null ? null : Untitled(number));
        return title is null
            ? null
            : new AgendaItem { Number = number, Title = title, Confidential = Value(fields, "confidential", "agenda.flag", Flag) ?? false };
    }

    /// <summary>What a chair calls an item that has a number only.</summary>
    private string Untitled(string number) =>
        Text(root, "language")?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? $"Item {number}" : $"Agendapunt {number}";

    private IReadOnlyList<AgendaFileNode> Each(string field, int limit)
    {
        switch (root.Fields.GetValueOrDefault(field))
        {
            case null or AgendaFileScalar { Text: null }:
                return [];
            case AgendaFileSequence sequence when sequence.Values.Count > limit:
                throw Problem("agenda.too-many", sequence, field, AgendaFile.Number(limit));
            case AgendaFileSequence sequence:
                return sequence.Values;
            case var other:
                throw Problem("agenda.no-list", other, field);
        }
    }

    private AgendaFileObject Object(AgendaFileNode node, string field) =>
        node as AgendaFileObject ?? throw Problem("agenda.no-object", node, field);

    private string? Text(AgendaFileObject fields, string field) => fields.Fields.GetValueOrDefault(field) switch
    {
        null => null,
        AgendaFileScalar scalar => Trimmed(scalar.Text),
        var other => throw Problem("agenda.no-text", other, field),
    };

    private T? Value<T>(AgendaFileObject fields, string field, string code, Func<string, T?> read) where T : struct =>
        Text(fields, field) is { } text ? read(text) ?? throw Problem(code, fields.Fields[field], field) : null;

    private static bool? Flag(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "ja" or "1" => true,
        "false" or "no" or "nee" or "0" => false,
        _ => null,
    };

    private static string? Trimmed(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private NotulenException Problem(string code, AgendaFileNode node, string field, string detail = "") =>
        NotulenException.Input(code, [name, AgendaFile.Number(node.Line), field, detail]);
}

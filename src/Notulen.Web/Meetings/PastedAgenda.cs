using System.Text.RegularExpressions;
using Notulen.Core.Meetings;
using Notulen.Core.Problems;

namespace Notulen.Web.Meetings;

/// <summary>
/// An agenda as it is pasted from an invitation: one item a line, with or without its number. What looks like an agenda
/// file is read as one.
/// </summary>
internal static partial class PastedAgenda
{
    private const int LongestTitle = 300;

    /// <param name="text">What was pasted.</param>
    /// <param name="name">What people call it, for problems.</param>
    /// <exception cref="NotulenException">It looks like an agenda file but is wrong, or it has too many lines.</exception>
    public static Agenda Parse(string text, string name)
    {
        if (text.TrimStart().StartsWith('{'))
            return AgendaFile.Parse(text, AgendaFileFormat.Json, name);
        if (FieldLine().IsMatch(text))
            return AgendaFile.Parse(text, AgendaFileFormat.Yaml, name);
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > AgendaFile.MaxItems)
            throw NotulenException.Input("agenda.too-many", name, "1", "items", AgendaFile.MaxItems.ToString());
        return new Agenda { Items = [.. lines.Select(Item)] };
    }

    private static AgendaItem Item(string line)
    {
        var match = NumberedLine().Match(line);
        var title = match.Success ? match.Groups["title"].Value : line.TrimStart('-', '*', '•', ' ', '\t');
        return new AgendaItem
        {
            Number = match.Success ? match.Groups["number"].Value : null,
            Title = title.Length <= LongestTitle ? title : title[..LongestTitle],
        };
    }

    // "4. Titel", "3.2 Titel", "5a) Titel", "H1. Titel", "A. Titel"; not "2026 wordt een druk jaar" with its bare year.
    [GeneratedRegex(@"^(?:agendapunt|punt|item)?\s*(?<number>\d{1,3}(?:\.\d{1,2})*[a-z]?|[A-Z]\d{0,2}(?=[.):]))\s*[.):]?\s+[-–—]?\s*(?<title>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberedLine();

    [GeneratedRegex(@"^(?:title|body|date|start|place|confidential|participants|items):", RegexOptions.Multiline)]
    private static partial Regex FieldLine();
}

using Notulen.Core.Minutes;

namespace Notulen.Documents.Outline;

/// <summary>Who was there and who was not, as one table; columns that nobody has a value for are left out.</summary>
internal static class AttendanceOutline
{
    public static IEnumerable<Block> Of(Attendance attendance, DocumentTexts texts, Times times)
    {
        yield return new HeadingBlock(1, texts["heading.attendance"], null);
        var people = attendance.Present.Select(person => (person, state: texts["attendance.present"]))
            .Concat(attendance.Absent.Select(person => (person, state: texts["attendance.absent"]))).ToList();
        if (people.Count == 0)
        {
            yield return new TextBlock(texts["attendance.none"]);
            yield break;
        }

        var columns = new List<(string Name, int Weight, Func<(Attendee person, string state), string> Cell)>
        {
            (texts["column.name"], 32, row => PlainText.Clean(row.person.Name)),
            (texts["column.role"], 20, row => PlainText.Clean(row.person.Role)),
            (texts["column.party"], 24, row => PlainText.Clean(row.person.Party)),
            (texts["column.attendance"], 24, row => times.Of(row.person) is { } time ? $"{row.state} {time}" : row.state),
        };
        columns = [.. columns.Where(column => people.Any(row => column.Cell(row).Length > 0))];
        var total = columns.Sum(column => column.Weight);
        var widths = columns.Select(column => column.Weight * 100 / total).ToList();
        widths[0] += 100 - widths.Sum();
        yield return new TableBlock(
            texts["heading.attendance"],
            [.. columns.Select(column => column.Name)],
            widths,
            [.. people.Select(row => columns.Select(column => column.Cell(row)).ToList())]);
    }
}

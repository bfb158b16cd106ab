using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Transcripts;
using Notulen.Tests.Pipelines;

namespace Notulen.Tests.Minutes;

/// <summary>Small made-up meetings, written as "Speaker: sentence" or just the sentence, one segment each.</summary>
internal static class Spoken
{
    public static readonly Agenda Roster = new()
    {
        Date = new DateOnly(2026, 3, 12),
        Start = new TimeOnly(20, 0),
        Participants =
        [
            new Participant { Name = "Willemijn ter Braak", Role = "voorzitter" },
            new Participant { Name = "Bart Vermeulen", Role = "lid", Party = "Dorp Eerst" },
            new Participant { Name = "Fatima Achahbar", Role = "lid", Party = "Links Lokaal" },
            new Participant { Name = "Joost van der Zwaluw", Role = "wethouder" },
            new Participant { Name = "Tineke Okkerse", Role = "griffier" },
        ],
    };

    public static IReadOnlyList<Segment> Segments(params string[] lines) =>
        [.. lines.Select((line, index) =>
        {
            var cut = line.IndexOf("> ", StringComparison.Ordinal);
            return new Segment(index, index * 4, index * 4 + 3.5, cut < 0 ? null : line[..cut], cut < 0 ? line : line[(cut + 2)..]);
        })];

    public static Transcript Transcript(string language, params string[] lines) =>
        new(language, lines.Length * 4, null, Segments(lines));

    public static ItemInput Item(string language, string title, params string[] lines) => new()
    {
        Language = language,
        Title = title,
        Segments = Segments(lines),
        Agenda = Roster,
        Cues = PipelineFolder.Find("commissie").Cues[language],
    };
}

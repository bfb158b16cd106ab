using Notulen.Core.Minutes;
using Notulen.Core.Transcripts;
using Notulen.Documents;

namespace Notulen.Tests.Documents;

/// <summary>A meeting of an invented municipality with one of everything that minutes can hold.</summary>
internal static class ExampleMeeting
{
    public const string Label = "Concept – gemaakt met AI, nog niet vastgesteld";
    public const string EnglishLabel = "Draft – made with AI, not yet adopted";

    /// <summary>Appears in an unsupported statement only, so must never be printed as fact.</summary>
    public const string Invented = "Het zwembad krijgt een glijbaan van 9 miljoen euro.";

    public const string Quoted = "Ik vind tien bomen echt het minste wat we kunnen doen.";

    public static MeetingResult Dutch(bool demonstration = true) => Create("nl", Label, demonstration);

    public static MeetingResult English() => Create("en", EnglishLabel, demonstration: false);

    private static MeetingResult Create(string language, string label, bool demonstration)
    {
        var transcript = new Transcript(language, 5730, new SpeechProvenance("tiny", new string('a', 64), "whisper.cpp 1.9.1", demonstration, 3), Segments());
        return new MeetingResult(transcript, new MinutesDocument
        {
            Meeting = new MeetingHeading
            {
                Title = "Vergadering commissie Ruimte",
                Body = "Commissie Ruimte, gemeente Waterveen",
                Date = new DateOnly(2026, 10, 14),
                Place = "Raadzaal, gemeentehuis Waterveen",
                Language = language,
                Recording = "commissie.m4a",
                Duration = 5730,
            },
            Attendance = new Attendance
            {
                Present = [new("Hendrik van Dijk", "voorzitter", "Waterveen Samen", [0]), new("Marieke de Graaf", "lid", "Groen Waterveen", [0]), new("Pieter Hoekstra", "wethouder", null, [])],
                Absent = [new("Frank Wolters", "lid", "Waterveen Samen", [0])],
            },
            Opened = "19:30",
            Closed = "21:05",
            Items = [Opening(), Playground(), Bridge(), new MinutesItem { Number = "5", Title = "Rondvraag" }],
            Provenance = new Provenance
            {
                Notulen = "0.1.0",
                Created = new DateTimeOffset(2026, 10, 15, 7, 30, 0, TimeSpan.FromHours(2)),
                RecordingSha256 = new string('b', 64),
                Pipeline = "commissie",
                Speech = new("tiny", new string('a', 64), "whisper.cpp 1.9.1", demonstration),
                Language = new("tinyllama", new string('c', 64), "llama.cpp b9000", demonstration),
                Label = label,
                Demonstration = demonstration,
                Statements = 9,
                Unsupported = 1,
                Remarks = ["Agendapunt 3 is met zinnen uit de opname samengevat."],
            },
        });
    }

    private static IReadOnlyList<Segment> Segments() =>
    [
        new(0, 1.85, 9.2, "Hendrik van Dijk", "Goedenavond allemaal, ik open deze vergadering van de commissie Ruimte van de gemeente Waterveen."),
        new(1, 62, 66.5, "Pieter Hoekstra", "De speeltuin kost in totaal 182.000 euro inclusief btw."),
        new(2, 751, 754, "Marieke de Graaf", Quoted),
        new(3, 760, 761, null, "Ja."),
        new(4, 1100, 1106, "Hendrik van Dijk", "Met vijf stemmen voor en twee tegen is het voorstel aangenomen."),
        new(5, 3700, 3709, "Hendrik van Dijk", "De motie is met drie stemmen voor en vier tegen verworpen."),
    ];

    private static MinutesItem Opening() => new()
    {
        Number = "1",
        Title = "Opening",
        FirstSegment = 0,
        LastSegment = 0,
        Start = 1.85,
        Points = [new() { Text = "De voorzitter opent de vergadering om 19.30 uur.", Evidence = [0], Origin = Origin.Cue, At = 1.85 }],
    };

    private static MinutesItem Playground() => new()
    {
        Number = "3",
        Title = "Renovatie speeltuin Molenweg",
        FirstSegment = 1,
        LastSegment = 4,
        Start = 62,
        Points =
        [
            new() { Text = "De speeltuin kost 182.000 euro inclusief btw.", Evidence = [1], Origin = Origin.Model, At = 62 },
            new() { Text = Quoted, Evidence = [2], Origin = Origin.Cue, At = 751 },
            new() { Text = Invented, Evidence = [2], Support = Support.Unsupported, Reason = "Het bedrag is niet gezegd.", Origin = Origin.Model, At = 751 },
        ],
        Decisions =
        [
            new()
            {
                Text = "Het voorstel om de speeltuin te vernieuwen is aangenomen.", Evidence = [4], Outcome = Outcome.Adopted, VotesFor = 5, VotesAgainst = 2, At = 1100,
                Parties = [new("Groen Waterveen", "for"), new("Waterveen Samen", "for"), new("Waterveen Vooruit", "against")],
            },
        ],
        Actions = [new() { Text = "Postma informeert de buurtvereniging.", What = "De buurtvereniging informeren", Who = "Ineke Postma", Due = new DateOnly(2026, 10, 28), Evidence = [4] }],
        Commitments = [new() { Text = "De drie offertes gaan naar de commissie.", Who = "Pieter Hoekstra", To = "de commissie", Evidence = [1], At = 66 }],
    };

    private static MinutesItem Bridge() => new()
    {
        Number = "4",
        Title = "Motie fietsbrug Noorderkanaal",
        FirstSegment = 5,
        LastSegment = 5,
        Start = 3700,
        Confidential = true,
        Motions = [new() { Text = "Vraagt het college in 2027 een fietsbrug te bouwen.", Number = "M1", Title = "Fietsbrug", Outcome = Outcome.Rejected, VotesFor = 3, VotesAgainst = 4, Evidence = [5], At = 3700 }],
    };

    /// <summary>What a writer makes of a result.</summary>
    public static async Task<string> TextAsync(this IResultWriter writer, MeetingResult result)
    {
        using var stream = new MemoryStream();
        await writer.WriteAsync(result, stream, Xunit.TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}

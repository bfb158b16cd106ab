using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Facts;
using Notulen.Tests.Pipelines;
using Xunit;

namespace Notulen.Tests.Minutes;

public class MeetingFactsTests
{
    [Fact]
    public void Who_is_there_and_who_is_not_follows_from_the_opening()
    {
        var facts = Find(Spoken.Roster,
            "Goedenavond, ik open de vergadering.", "Het is acht uur.",
            "Er is bericht van verhindering van de heer Vermeulen.",
            "Aanwezig zijn mevrouw Achabar, wethouder Van der Swaluw en ikzelf.");
        Assert.Equal(["Willemijn ter Braak", "Fatima Achahbar", "Joost van der Zwaluw"], facts.Attendance.Present.Select(person => person.Name));
        Assert.Equal(["Bart Vermeulen"], facts.Attendance.Absent.Select(person => person.Name));
        Assert.Equal([3], facts.Attendance.Present[1].Evidence);
    }

    [Fact]
    public void Absence_and_presence_in_one_sentence_are_kept_apart()
    {
        var facts = Find(Spoken.Roster, "Afwezig is de heer Vermeulen, aanwezig is mevrouw Achahbar.");
        Assert.Equal(["Fatima Achahbar"], facts.Attendance.Present.Select(person => person.Name));
        Assert.Equal(["Bart Vermeulen"], facts.Attendance.Absent.Select(person => person.Name));
    }

    [Fact]
    public void A_name_that_is_not_on_the_roster_is_left_out()
    {
        var facts = Find(Spoken.Roster, "Aanwezig zijn mevrouw Achahbar en de heer Pietersen.");
        Assert.Equal(["Fatima Achahbar"], facts.Attendance.Present.Select(person => person.Name));
    }

    [Fact]
    public void Whoever_speaks_is_present()
    {
        var facts = Find(Spoken.Roster, "Fatima Achahbar> Het dak lekt.");
        Assert.Equal([0], Assert.Single(facts.Attendance.Present).Evidence);
    }

    [Theory]
    [InlineData("Ik open de vergadering om half acht.", "Ik sluit de vergadering om vijf over negen.", null, "19:30", "21:05")]
    [InlineData("Goedemorgen, ik open de vergadering. Het is negen uur.", "Ik sluit de vergadering om kwart over een.", null, "09:00", null)]
    [InlineData("Ik open de vergadering.", "De vergadering is gesloten, om 22.15 uur.", 20, "20:00", "22:15")]
    [InlineData("Fijn dat u er bent.", "Tot ziens.", null, null, null)]
    public void Times_are_put_in_the_right_half_of_the_day(string opening, string closing, int? planned, string? opened, string? closed)
    {
        var facts = Find(Spoken.Roster with { Start = planned is { } hour ? new TimeOnly(hour, 0) : null }, opening, "Het dak lekt.", closing);
        Assert.Equal(opened, facts.Opened);
        if (closed is not null)
            Assert.Equal(closed, facts.Closed);
    }

    [Theory]
    [InlineData("nl", "Het is woensdag 14 oktober 2026, en het is half acht.", "2026-10-14")]
    [InlineData("nl", "Ik heropen de openbare vergadering van de raad van woensdag 14 oktober 2026.", "2026-10-14")]
    [InlineData("nl", "Ik open de vergadering van veertien oktober tweeduizend zesentwintig.", "2026-10-14")]
    [InlineData("en", "Today is Tuesday, October 6th, 2026.", "2026-10-06")]
    [InlineData("nl", "Het is dinsdag 14 oktober 2026.", null)]
    [InlineData("nl", "Het verslag van 9 september 2026 ligt voor.", null)]
    [InlineData("nl", "Het is 14 oktober.", null)]
    public void The_day_of_the_meeting_is_taken_from_the_opening(string language, string sentence, string? day)
    {
        var said = MeetingDay.Said(Spoken.Transcript(language, sentence), PipelineFolder.Find("raad").Cues[language], language);
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), said);
    }

    private static MeetingFacts Find(Agenda agenda, params string[] lines) =>
        MeetingFacts.Find(Spoken.Transcript("nl", lines), agenda, PipelineFolder.Find("raad").Cues["nl"], "nl");
}

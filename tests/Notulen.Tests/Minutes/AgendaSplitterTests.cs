using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Splitting;
using Notulen.Tests.Pipelines;
using Xunit;

namespace Notulen.Tests.Minutes;

public class AgendaSplitterTests
{
    private static readonly Agenda Agenda = Spoken.Roster with
    {
        Items =
        [
            new AgendaItem { Number = "1", Title = "Opening" },
            new AgendaItem { Number = "2", Title = "Zwembad De Kikker" },
            new AgendaItem { Number = "3", Title = "Snelheidsremmende maatregelen Kerkstraat" },
            new AgendaItem { Number = "4", Title = "Subsidieregeling verenigingen" },
            new AgendaItem { Number = "5", Title = "Rondvraag" },
        ],
    };

    [Fact]
    public void Items_begin_where_the_chair_announces_them()
    {
        var split = Split(Agenda,
            "Goedenavond, ik open de vergadering.", "Fijn dat u er bent.",
            "Dan gaan we naar agendapunt twee, het zwembad.", "Het dak van het zwembad lekt.",
            "Dan agendapunt drie.", "In de Kerkstraat wordt te hard gereden.",
            "Agendapunt 4: de subsidieregeling.", "Verenigingen krijgen minder.",
            "Tot slot de rondvraag.", "Ik heb niets.");
        Assert.Equal("1:0-1 2:2-3 3:4-5 4:6-7 5:8-9", Text(split));
        Assert.Empty(split.Remarks);
    }

    [Fact]
    public void Recognition_slips_do_not_hide_an_announcement()
    {
        var split = Split(Agenda,
            "Ik open de verhadering.",
            "Agenda. 2, het swembat de kicker.", "Het dak lekt.",
            "A agendapunt 3, de snelheits remmende maatregelen in de kerkstraad.", "Er wordt te hard gereden.",
            "Acheenda punt 4, de zupsidie regeling ferenigingen.", "Het wordt minder.");
        Assert.Equal("1:0-0 2:1-2 3:3-4 4:5-6 5:-", Text(split));
    }

    [Fact]
    public void One_false_cue_does_not_derail_the_rest()
    {
        var split = Split(Agenda,
            "Ik open de vergadering.", "Agendapunt 2, het zwembad De Kikker.",
            "Bij agendapunt 5 kom ik daar nog op terug.", "Maar het dak van het zwembad lekt.",
            "Agendapunt 3, de Kerkstraat.", "Er wordt te hard gereden.",
            "Agendapunt 4, de subsidieregeling.", "Agendapunt 5, de rondvraag.");
        Assert.Equal("1:0-0 2:1-3 3:4-5 4:6-6 5:7-7", Text(split));
    }

    [Fact]
    public void An_item_that_is_moved_forward_is_found_where_it_is_treated()
    {
        var split = Split(Agenda,
            "Ik open de vergadering.", "We beginnen met agendapunt 4, de subsidieregeling voor verenigingen.", "Die gaat omlaag.",
            "Dan agendapunt 2, zwembad De Kikker.", "Het dak lekt.", "Dan agendapunt 3, de maatregelen in de Kerkstraat.", "Te hard.",
            "Dan agendapunt 5, de rondvraag.", "Niets.");
        Assert.Equal("1:0-0 4:1-2 2:3-4 3:5-6 5:7-8", Text(split));
    }

    [Fact]
    public void An_item_that_is_not_treated_stays_in_the_list_without_segments()
    {
        var split = Split(Agenda, "Ik open de vergadering.", "Agendapunt 2, het zwembad.", "Het lekt.", "Agendapunt 4, de subsidieregeling.", "Minder geld.");
        Assert.Equal("1:0-0 2:1-2 3:- 4:3-4 5:-", Text(split));
    }

    [Fact]
    public void Without_an_agenda_items_get_working_titles()
    {
        var split = Split(Agenda.Empty,
            "Ik open de vergadering.", "Agendapunt 2, het lekkende dak van het zwembad.", "Het is oud.", "Agendapunt drie.", "Er wordt te hard gereden.");
        Assert.Equal(["Opening", "Lekkende dak van het zwembad", "Agendapunt 3"], split.Spans.Select(span => span.Title));
        Assert.Equal([0, 1, 3], split.Spans.Select(span => span.FirstSegment));
        Assert.Equal(4, split.Spans[^1].LastSegment);
    }

    [Fact]
    public void The_agenda_of_another_meeting_is_put_aside_and_said_so()
    {
        var split = Split(Agenda,
            "Ik open de vergadering.", "Agendapunt 2, het lokale vuurwerkverbod.", "Het is gevaarlijk.",
            "Agendapunt 3, de windmolens langs de snelweg.", "Die maken lawaai.");
        Assert.False(split.AgendaUsed);
        Assert.DoesNotContain(split.Spans, span => span.Title.Contains("Kikker"));
        Assert.Contains(split.Remarks, remark => remark.Contains("agenda past niet"));
    }

    [Fact]
    public void A_meeting_without_any_announcement_is_one_item()
    {
        var split = Split(Agenda.Empty, "Zullen we?", "Het dak lekt.", "Dat moet gemaakt.");
        var span = Assert.Single(split.Spans);
        Assert.Equal((0, 2), (span.FirstSegment, span.LastSegment));
        Assert.NotEmpty(split.Remarks);
    }

    [Fact]
    public void Nothing_said_gives_an_untreated_agenda()
    {
        var split = Split(Agenda);
        Assert.Equal("1:- 2:- 3:- 4:- 5:-", Text(split));
        Assert.NotEmpty(split.Remarks);
    }

    [Fact]
    public void English_announcements_are_followed_too()
    {
        var agenda = new Agenda { Items = [new AgendaItem { Number = "1", Title = "Opening" }, new AgendaItem { Number = "2", Title = "Skating rink" }, new AgendaItem { Number = "3", Title = "Any other business" }] };
        var transcript = Spoken.Transcript("en", "I open this meeting.", "Let us move to item two, the skating rink.", "The ice is thin.", "Then any other business.", "Nothing.");
        var split = AgendaSplitter.Split(transcript, agenda, PipelineFolder.Find("raad").Cues["en"], "en");
        Assert.Equal("1:0-0 2:1-2 3:3-4", Text(split));
    }

    private static AgendaSplit Split(Agenda agenda, params string[] lines) =>
        AgendaSplitter.Split(Spoken.Transcript("nl", lines), agenda, PipelineFolder.Find("raad").Cues["nl"], "nl");

    private static string Text(AgendaSplit split) =>
        string.Join(' ', split.Spans.Select(span => $"{span.Number}:{span.FirstSegment}-{span.LastSegment}"));
}

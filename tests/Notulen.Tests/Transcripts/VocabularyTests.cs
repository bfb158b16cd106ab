using Notulen.Core.Meetings;
using Notulen.Core.Transcripts;
using Xunit;

namespace Notulen.Tests.Transcripts;

public class VocabularyTests
{
    // At 2.5 letters a token, what a recogniser takes (224 tokens) with some room left.
    private const int Most = 500;

    [Fact]
    public void A_small_meeting_is_named_in_full()
    {
        var prompt = Vocabulary.Prompt(new Agenda
        {
            Body = "Commissie Ruimte",
            Participants = [Person("Ineke Postma", "Dorpsbelang"), Person("Jan de Vries", "Dorpsbelang"), Person("Els Timmer", null)],
            Items = [new AgendaItem { Title = "Renovatie speeltuin Molenweg" }],
        });

        Assert.Equal("Commissie Ruimte, Ineke Postma, Jan de Vries, Els Timmer, Dorpsbelang, Renovatie speeltuin Molenweg.", prompt);
    }

    [Fact]
    public void Without_an_agenda_there_is_nothing_to_say() => Assert.Null(Vocabulary.Prompt(Agenda.Empty));

    [Fact]
    public void A_whole_council_leaves_room_for_parties_and_streets()
    {
        var prompt = Vocabulary.Prompt(new Agenda
        {
            Body = "Gemeenteraad",
            Participants = [.. Enumerable.Range(0, 45).Select(number => Person($"Willemijn van Achternaam{number}", $"Partij {number % 9}"))],
            Items = [new AgendaItem { Title = "Bestemmingsplan Havenstraat" }],
        })!;

        Assert.InRange(prompt.Length, 300, Most);
        Assert.Contains("van Achternaam0", prompt);
        Assert.DoesNotContain("Willemijn", prompt);
        Assert.Contains("Partij 8", prompt);
        Assert.Contains("Havenstraat", prompt);
    }

    [Fact]
    public void A_title_without_end_does_not_push_out_the_others()
    {
        var prompt = Vocabulary.Prompt(new Agenda
        {
            Title = new string('a', 600),
            Items = [new AgendaItem { Title = new string('b', 600) }, new AgendaItem { Title = "Rondvraag" }],
        });

        Assert.Equal("Rondvraag.", prompt);
    }

    [Fact]
    public void Names_in_letters_that_cost_more_take_more_room()
    {
        var prompt = Vocabulary.Prompt(new Agenda { Participants = [.. Enumerable.Range(0, 60).Select(number => Person($"Ştëfăn Żółć{number}", null))] })!;

        Assert.InRange(prompt.Length, 50, 200);
    }

    private static Participant Person(string name, string? party) => new() { Name = name, Party = party };
}

using Notulen.Core.Minutes.Facts;
using Xunit;

namespace Notulen.Tests.Minutes;

public class ActionCuesTests
{
    [Fact]
    public void An_action_has_who_what_and_when()
    {
        var action = Assert.Single(CueFacts.Find(Spoken.Item("nl", "Zwembad", "Bart Vermeulen> Voorzitter, ik zal de badmeester bellen, voor 20 april.")).Actions);
        Assert.Equal(("Bart Vermeulen", "de badmeester bellen", new DateOnly(2026, 4, 20)), (action.Who, action.What, action.Due));
    }

    [Fact]
    public void Who_acts_is_not_guessed_when_the_speaker_is_unknown()
    {
        var action = Assert.Single(CueFacts.Find(Spoken.Item("en", "Pool", "I will call the lifeguard before April 20th.")).Actions);
        Assert.Null(action.Who);
        Assert.Equal(new DateOnly(2026, 4, 20), action.Due);
    }

    [Theory]
    [InlineData("De griffier stuurt de brief rond voor 3 april.", "Tineke Okkerse")]
    [InlineData("Mevrouw Achahbar neemt uiterlijk 3 april contact op.", "Fatima Achahbar")]
    [InlineData("De archivaris zoekt het uit.", null)]
    [InlineData("Ik zal kort zijn.", null)]
    [InlineData("Wij zullen op 3 april 2019 misschien hebben geslapen.", null)]
    public void An_action_needs_somebody_and_a_term(string sentence, string? who) =>
        Assert.Equal(who is null ? [] : [who], CueFacts.Find(Spoken.Item("nl", "Iets", sentence)).Actions.Select(action => action.Who));

    [Theory]
    [InlineData("Bart Vermeulen> En ik stuur de raad de offertes voor 20 april.", "stuurt de raad de offertes")]
    [InlineData("Bart Vermeulen> Dan zoek ik het voor 20 april uit.", "zoekt het voor 20 april uit")]
    [InlineData("Bart Vermeulen> Ik ga het voor 20 april uitzoeken.", "het voor 20 april uitzoeken")]
    [InlineData("De griffier past het verslag aan voor 20 april.", "past het verslag aan")]
    [InlineData("Bart Vermeulen> Over de foto's van 's avonds bel ik de school voor 20 april.", "belt de school")]
    [InlineData("Bart Vermeulen> Over 'de brug', zoals zij zegt, bel ik de school voor 20 april.", "belt de school")]
    [InlineData("Bart Vermeulen> Ik stuur u mijn vragen voor 20 april.", "“Ik stuur u mijn vragen voor 20 april.”")]
    [InlineData("Ik stuur de raad de offertes voor 20 april.", "“Ik stuur de raad de offertes voor 20 april.”")]
    public void What_is_to_be_done_is_told_in_the_third_person_or_quoted(string sentence, string what)
    {
        var action = Assert.Single(CueFacts.Find(Spoken.Item("nl", "Zwembad", sentence)).Actions);
        Assert.Equal((what, new DateOnly(2026, 4, 20)), (action.What, action.Due));
    }

    [Fact]
    public void Without_the_day_of_the_meeting_a_date_is_a_term_all_the_same()
    {
        var item = Spoken.Item("nl", "Zwembad", "De griffier past het verslag aan voor 20 april.");
        var action = Assert.Single(CueFacts.Find(item with { Agenda = item.Agenda with { Date = null } }).Actions);
        Assert.Equal((null, "past het verslag aan voor 20 april"), (action.Due, action.What));
    }

    [Theory]
    [InlineData("Bart Vermeulen> Ik stuur volgende week geen brief.")]
    [InlineData("Bart Vermeulen> Zij schreef: 'Volgende week ga ik naar het zwembad, daarna kan het.'")]
    [InlineData("Bart Vermeulen> Volgende week ga ik naar het zwembad, daarna kan het.' Toen was het op.")]
    [InlineData("Bart Vermeulen> Als het doorgaat, stuur ik voor 20 april een brief.")]
    public void A_refusal_a_quotation_and_a_condition_put_nobody_to_work(string sentence) =>
        Assert.Empty(CueFacts.Find(Spoken.Item("nl", "Zwembad", sentence)).Actions);
}

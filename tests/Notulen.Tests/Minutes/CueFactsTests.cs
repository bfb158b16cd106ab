using Notulen.Core.Minutes;
using Notulen.Core.Minutes.Facts;
using Xunit;

namespace Notulen.Tests.Minutes;

public class CueFactsTests
{
    [Theory]
    [InlineData("nl", "Dan is het voorstel aangenomen met negen stemmen voor en vier tegen.", Outcome.Adopted, 9, 4, "Het voorstel is aangenomen met 9 stemmen voor en 4 tegen.")]
    [InlineData("nl", "De motie wordt verworpen met 12 tegen 23 stemmen.", Outcome.Rejected, 12, 23, "De motie is verworpen met 12 stemmen voor en 23 tegen.")]
    [InlineData("nl", "De motie wordt aangenomen met 44 stemmen tegen 1 stem.", Outcome.Adopted, 44, 1, "De motie is aangenomen met 44 stemmen voor en 1 tegen.")]
    [InlineData("nl", "Het aldus gewijzigde voorstel wordt aangenomen met algemene stemmen.", Outcome.AdoptedAmended, null, null, "gewijzigd aangenomen met algemene stemmen.")]
    [InlineData("nl", "Dan is dit punt aangehouden tot de volgende vergadering.", Outcome.HeldOver, null, null, "Dit punt is aangehouden tot de volgende vergadering.")]
    [InlineData("nl", "De brief wordt voor kennisgeving aangenomen.", Outcome.Noted, null, null, "De brief is voor kennisgeving aangenomen.")]
    [InlineData("nl", "Dan is het amendement niet aangenomen.", Outcome.Rejected, null, null, "Het amendement is verworpen.")]
    [InlineData("nl", "Als niemand bezwaar heeft, dan is de agenda vastgesteld.", Outcome.Adopted, null, null, "De agenda is vastgesteld.")]
    [InlineData("nl", "Dan stellen we het verslag vast.", Outcome.Adopted, null, null, "Dan stellen we het verslag vast.")]
    [InlineData("nl", "Ik trek de motie in.", Outcome.Withdrawn, null, null, "Ik trek de motie in.")]
    [InlineData("nl", "De commissie neemt kennis van de brief.", Outcome.Noted, null, null, "De commissie neemt kennis van de brief.")]
    [InlineData("en", "The motion is rejected, with three votes in favour and eleven against.", Outcome.Rejected, 3, 11, "The motion is rejected with 3 votes in favour and 11 against.")]
    [InlineData("en", "The proposal is adopted by twelve votes to five.", Outcome.Adopted, 12, 5, "The proposal is adopted with 12 votes in favour and 5 against.")]
    [InlineData("en", "Then this item is held over to the next meeting.", Outcome.HeldOver, null, null, "This item is held over to the next meeting.")]
    public void A_decision_is_told_in_a_fixed_formula(string language, string sentence, Outcome outcome, int? votesFor, int? votesAgainst, string text)
    {
        var decision = Assert.Single(CueFacts.Find(Spoken.Item(language, "Iets", sentence)).Decisions);
        Assert.Equal((outcome, votesFor, votesAgainst), (decision.Outcome, decision.VotesFor, decision.VotesAgainst));
        Assert.EndsWith(text, decision.Text);
        Assert.Equal([0], decision.Evidence);
    }

    [Theory]
    [InlineData("nl", "Kan de agenda zo worden vastgesteld?")]
    [InlineData("nl", "Als de motie wordt aangenomen, gaan we bouwen.")]
    [InlineData("nl", "Vorig jaar is het voorstel aangenomen.")]
    [InlineData("nl", "Ik hoop dat het voorstel wordt aangenomen.")]
    [InlineData("nl", "Dat is een motie die is aangenomen.")]
    [InlineData("nl", "Ik stel voor om dit punt aan te houden.")]
    [InlineData("nl", "Er zijn gisteren drie mensen aangehouden.")]
    [InlineData("nl", "Dat is het pakket dat ik heb aangenomen.")]
    [InlineData("nl", "Fatima Achahbar> Wat mij betreft is het voorstel aangenomen.")]
    [InlineData("en", "If the motion is adopted, we will build.")]
    [InlineData("en", "I propose that this item is held over.")]
    public void What_was_or_might_be_is_no_decision(string language, string sentence) =>
        Assert.Empty(CueFacts.Find(Spoken.Item(language, "Iets", sentence)).Decisions);

    [Fact]
    public void Votes_that_are_counted_before_the_result_belong_to_it()
    {
        var facts = CueFacts.Find(Spoken.Item("nl", "Iets", "Wie is voor het voorstel?", "Dat zijn er zeven.", "Wie is tegen?", "Eén, mevrouw Achahbar.", "Dan is het voorstel aangenomen."));
        var decision = Assert.Single(facts.Decisions);
        Assert.Equal((7, 1), (decision.VotesFor, decision.VotesAgainst));
        Assert.Equal([1, 3, 4], decision.Evidence);
    }

    [Fact]
    public void Votes_of_an_earlier_result_are_not_used_again()
    {
        var facts = CueFacts.Find(Spoken.Item("nl", "Iets", "De motie is verworpen met twee stemmen voor en zes tegen.", "Dan is het voorstel aangenomen."));
        Assert.Equal([(2, 6), (null, null)], facts.Decisions.Select(decision => (decision.VotesFor, decision.VotesAgainst)));
    }

    [Fact]
    public void A_motion_has_its_request_number_outcome_and_votes()
    {
        var facts = CueFacts.Find(Spoken.Item("nl", "Zwembad",
            "Motie Z.3 verzoekt het college om het dak te vernieuwen.", "Motie Z.3 is aangenomen met acht stemmen voor en drie tegen."));
        var motion = Assert.Single(facts.Motions);
        Assert.Equal(("Z.3", Outcome.Adopted, 8, 3), (motion.Number, motion.Outcome, motion.VotesFor, motion.VotesAgainst));
        Assert.Equal("Motie Z.3 verzoekt het college om het dak te vernieuwen.", motion.Text);
        Assert.Equal([0, 1], motion.Evidence);
    }

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
    [InlineData("Joost van der Zwaluw> Ik zeg toe dat het dak voor de zomer dicht is.", "Joost van der Zwaluw zegt toe dat het dak voor de zomer dicht is.")]
    [InlineData("Ik zeg u toe dat het dak voor de zomer dicht is.", "Toegezegd is dat het dak voor de zomer dicht is.")]
    [InlineData("Ik kan toezeggen dat het dak dicht gaat.", "Toegezegd is dat het dak dicht gaat.")]
    public void A_commitment_is_told_with_who_made_it(string sentence, string text) =>
        Assert.Equal(text, Assert.Single(CueFacts.Find(Spoken.Item("nl", "Zwembad", sentence)).Commitments).Text);

    [Theory]
    [InlineData("Dat kan ik niet toezeggen.")]
    [InlineData("Dat heb ik vorig jaar toegezegd.")]
    [InlineData("Kunt u dat toezeggen?")]
    public void A_refusal_a_memory_and_a_question_are_no_commitments(string sentence) =>
        Assert.Empty(CueFacts.Find(Spoken.Item("nl", "Zwembad", sentence)).Commitments);

    [Fact]
    public void What_was_promised_may_stand_in_the_sentence_before()
    {
        var commitment = Assert.Single(CueFacts.Find(Spoken.Item("nl", "Zwembad", "Het dak gaat voor de zomer dicht.", "Dat zeg ik u toe.")).Commitments);
        Assert.Equal([0, 1], commitment.Evidence);
        Assert.Contains("Het dak gaat voor de zomer dicht.", commitment.Text);
    }
}

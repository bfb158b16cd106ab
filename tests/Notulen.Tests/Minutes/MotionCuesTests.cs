using Notulen.Core.Minutes;
using Notulen.Core.Minutes.Facts;
using Xunit;

namespace Notulen.Tests.Minutes;

public class MotionCuesTests
{
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

    [Theory]
    [InlineData("In stemming komt motie Z.3 van Dorp Eerst.", "De motie wordt aangenomen met 8 tegen 3 stemmen.", "motion", "Z.3", "Motie Z.3 is aangenomen met 8 stemmen voor en 3 tegen.")]
    [InlineData("Dan motie K punt 2, wie is daarvoor?", "Acht voor, drie tegen, dus de motie is aangenomen.", "motion", "K.2", "Motie K.2 is aangenomen met 8 stemmen voor en 3 tegen.")]
    [InlineData("Dan stemmen we over amendement L.A.", "Het amendement is aangenomen met 8 stemmen voor en 3 tegen.", "amendment", "L.A", "Amendement L.A is aangenomen met 8 stemmen voor en 3 tegen.")]
    public void Which_motion_is_voted_on_was_said_before_the_result(string announcement, string result, string kind, string number, string text)
    {
        var facts = CueFacts.Find(Spoken.Item("nl", "Zwembad", announcement, result));
        var motion = Assert.Single(facts.Motions);
        Assert.Equal((kind, number, Outcome.Adopted, 8, 3), (motion.Kind, motion.Number, motion.Outcome, motion.VotesFor, motion.VotesAgainst));
        Assert.Equal([0, 1], motion.Evidence);
        Assert.Equal(text, Assert.Single(facts.Decisions).Text);
    }

    [Fact]
    public void A_list_of_motions_with_one_outcome_is_one_result_for_each()
    {
        var facts = CueFacts.Find(Spoken.Item("nl", "Zwembad", "Aangezien de amendementen Z.A van Dorp Eerst, Z.B en Z.C van Links Lokaal zijn ingetrokken, stemmen we daar niet over."));
        Assert.Equal(["Z.A", "Z.B", "Z.C"], facts.Motions.Select(motion => motion.Number));
        Assert.All(facts.Motions, motion => Assert.Equal((Outcome.Withdrawn, "amendment"), (motion.Outcome, motion.Kind)));
        Assert.Equal(["Amendement Z.A is ingetrokken.", "Amendement Z.B is ingetrokken.", "Amendement Z.C is ingetrokken."], facts.Decisions.Select(decision => decision.Text));
    }

    [Theory]
    [InlineData("Dan motie Z 4, wie is daarvoor?", "Unaniem aangenomen.", "Motie Z.4 is aangenomen met algemene stemmen.")]
    [InlineData("ik breng in stemming motie z 2 van dorp eerst", "algemene stemmen de motie is aangenomen", "Motie Z.2 is aangenomen met algemene stemmen.")]
    [InlineData("In stemming komt amendement za.", "Met algemene stemmen aangenomen.", "Amendement ZA is aangenomen met algemene stemmen.")]
    public void A_result_without_a_verb_is_a_result(string announcement, string result, string text)
    {
        var facts = CueFacts.Find(Spoken.Item("nl", "Zwembad", announcement, result));
        Assert.Equal((Outcome.Adopted, true), (Assert.Single(facts.Motions).Outcome, facts.Motions[0].Unanimous));
        Assert.Equal(text, Assert.Single(facts.Decisions).Text);
    }

    [Fact]
    public void An_announcement_belongs_to_the_first_result_after_it_only()
    {
        var facts = CueFacts.Find(Spoken.Item("nl", "Zwembad",
            "In stemming komt motie Z.1.", "De motie is aangenomen met 8 tegen 3 stemmen.", "Dan het volgende.", "De motie is verworpen met 2 tegen 9 stemmen."));
        Assert.Equal(["Z.1", null], facts.Motions.Select(motion => motion.Number));
        Assert.Equal([Outcome.Adopted, Outcome.Rejected], facts.Motions.Select(motion => motion.Outcome));
    }

    [Fact]
    public void One_request_and_one_result_belong_together_without_a_number()
    {
        var motion = Assert.Single(CueFacts.Find(Spoken.Item("nl", "Zwembad",
            "Fatima Achahbar> De motie verzoekt het college om het dak te vernieuwen.", "De motie is aangenomen met 8 tegen 3 stemmen.")).Motions);
        Assert.Equal(("De motie verzoekt het college om het dak te vernieuwen.", Outcome.Adopted), (motion.Text, motion.Outcome));
    }

    [Fact]
    public void Which_of_several_requests_a_result_is_about_is_not_guessed()
    {
        var motions = CueFacts.Find(Spoken.Item("nl", "Zwembad",
            "Fatima Achahbar> De motie verzoekt het college om het dak te vernieuwen.",
            "Bart Vermeulen> Mijn motie verzoekt het college om het bad te sluiten.",
            "De motie is verworpen met 2 tegen 9 stemmen.", "Dan het volgende.", "De motie is aangenomen met 8 tegen 3 stemmen.")).Motions;
        Assert.Equal([null, null, Outcome.Rejected, Outcome.Adopted], motions.Select(motion => motion.Outcome));
    }

    [Theory]
    [InlineData("Met het voorstel dat het amendement beoogt, kunnen wij uit de voeten.")]
    [InlineData("Maar de motie verzoekt wel wat meer dan tot nu toe is gedaan.")]
    public void Talk_about_a_motion_is_no_request(string sentence) =>
        Assert.Empty(CueFacts.Find(Spoken.Item("nl", "Zwembad", sentence)).Motions);
}

using Notulen.Core.Minutes.Facts;
using Xunit;

namespace Notulen.Tests.Minutes;

public class CommitmentCuesTests
{
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
    [InlineData("Zij schreef: 'Ik kan u toezeggen dat het dak dicht gaat.'")]
    public void A_refusal_a_memory_a_question_and_a_quotation_are_no_commitments(string sentence) =>
        Assert.Empty(CueFacts.Find(Spoken.Item("nl", "Zwembad", sentence)).Commitments);

    [Fact]
    public void What_was_promised_may_stand_in_the_sentence_before()
    {
        var commitment = Assert.Single(CueFacts.Find(Spoken.Item("nl", "Zwembad", "Het dak gaat voor de zomer dicht.", "Dat zeg ik u toe.")).Commitments);
        Assert.Equal([0, 1], commitment.Evidence);
        Assert.Contains("Het dak gaat voor de zomer dicht.", commitment.Text);
    }

    [Theory]
    [InlineData("Ik herhaal mijn toezegging dat het dak voor de zomer dicht is.")]
    [InlineData("Ik denk dat ik dat wel kan toezeggen.")]
    public void A_commitment_may_be_repeated_or_wrapped(string sentence) =>
        Assert.Single(CueFacts.Find(Spoken.Item("nl", "Zwembad", "Het dak gaat voor de zomer dicht.", sentence)).Commitments);
}

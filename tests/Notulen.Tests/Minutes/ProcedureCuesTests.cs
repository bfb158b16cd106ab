using Notulen.Core.Minutes;
using Notulen.Core.Minutes.Facts;
using Xunit;

namespace Notulen.Tests.Minutes;

public class ProcedureCuesTests
{
    [Fact]
    public async Task Opening_suspension_resumption_and_closing_are_told_in_fixed_formulas()
    {
        var facts = await Find("nl",
            "Goedenavond, ik open de vergadering.", "Ik vraag om een schorsing.", "Ik schors de vergadering.", "De vergadering is heropend.", "De vergadering is gesloten om 22.15 uur.");
        Assert.Equal(
            ["De voorzitter opent de vergadering.", "De voorzitter schorst de vergadering.", "De voorzitter heropent de vergadering.", "De voorzitter sluit de vergadering."],
            facts.Procedure.Select(statement => statement.Text));
        Assert.Equal([[0], [2], [3], [4]], facts.Procedure.Select(statement => statement.Evidence.ToArray()));
        Assert.All(facts.Procedure, statement => Assert.Equal((Support.Supported, Origin.Cue), (statement.Support, statement.Origin)));
    }

    [Theory]
    [InlineData("nl", "Kunnen we de vergadering schorsen?")]
    [InlineData("nl", "Ik zou graag willen dat u de vergadering schorst.")]
    [InlineData("nl", "Ik sluit me aan bij de woorden van mevrouw Achahbar over de vergadering.")]
    [InlineData("nl", "Bart Vermeulen> Ik schors de vergadering.")]
    [InlineData("en", "May I suspend the meeting?")]
    public async Task A_question_a_wish_and_words_of_others_are_no_act_of_the_chair(string language, string sentence) =>
        Assert.Empty((await Find(language, sentence)).Procedure);

    private static Task<ItemFacts> Find(string language, params string[] lines) =>
        ItemFactsExtractor.ExtractAsync(Spoken.Item(language, "Iets", lines), null, TestContext.Current.CancellationToken);
}

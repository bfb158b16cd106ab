using Notulen.App.Eval.Formats;
using Notulen.App.Eval.Runs;
using Notulen.Tests.Pipelines;
using Xunit;

namespace Notulen.Tests.Eval;

public class JudgeTests
{
    private readonly Judge _judge = new(PipelineFolder.Find(MeetingRun.Council));

    [Theory]
    [InlineData("x-001s", "pair-1")]
    [InlineData("x-001u", "pair-2")]
    public void A_statement_is_judged_by_its_evidence_whatever_it_is_called(string id, string pair)
    {
        var one = new FaithfulnessCase
        {
            Id = id,
            Pair = pair,
            Lang = "nl",
            Statement = "De brug kost 4 miljoen euro.",
            Label = "supported",
            EvidenceTurns = [new SpokenTurn { Speaker = "Jan Bos", Text = "De brug kost 3 miljoen euro." }],
        };
        var label = _judge.Check(one);
        Assert.Equal((id, "unsupported"), (label.Id, label.Label));
        Assert.NotNull(label.Reason);
    }

    [Fact]
    public void Who_speaks_and_for_which_party_is_evidence_too() => Assert.Equal("supported", _judge.Check(new FaithfulnessCase
    {
        Id = "1",
        Lang = "nl",
        Statement = "Jan Bos (Dorp Eerst) zegt dat de brug 3 miljoen euro kost.",
        Label = "supported",
        EvidenceTurns = [new SpokenTurn { Speaker = "Jan Bos", Party = "Dorp Eerst", Text = "De brug kost 3 miljoen euro." }],
    }).Label);

    [Theory]
    [InlineData("Ik zeg toe dat de raad voor de zomer een brief krijgt.", "new")]
    [InlineData("De brug is mooi.", "none")]
    public void A_commitment_is_new_when_the_minutes_would_list_it(string text, string label) =>
        Assert.Equal(label, _judge.FindCommitment(new CommitmentCase { Id = "1", Speaker = "Wethouder Bos", Text = text, Label = "none" }).Label);
}

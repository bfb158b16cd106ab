using Notulen.App.Eval.Formats;
using Notulen.App.Eval.Scores;
using Xunit;

namespace Notulen.Tests.Eval;

/// <summary>Figures as <c>score.py faith</c> and <c>score.py commitments</c> give them.</summary>
public class LabelScoresTests
{
    [Fact]
    public void Faithfulness_weighs_true_and_false_statements_alike_and_a_missing_label_is_wrong()
    {
        FaithfulnessCase[] cases =
            [Case("1s", "1", null), Case("1u", "1", "number"), Case("2s", "2", null), Case("2u", "2", "date"), Case("3u", "3", "date")];
        var labels = new Dictionary<string, string> { ["1s"] = "supported", ["1u"] = "unsupported", ["2s"] = "unsupported", ["2u"] = "unsupported" };

        var score = FaithfulnessScore.Of(cases, labels);

        Assert.Equal(0.5833, Rounded.Of(score.BalancedAccuracy));
        Assert.Equal((new Share(1, 2), new Share(2, 3), new Share(1, 3)), (score.Supported, score.Unsupported, score.Pairs));
        Assert.Equal([("date", new Share(1, 2)), ("number", new Share(1, 1))], score.ErrorTypes);
    }

    [Fact]
    public void Commitments_count_when_they_are_new_and_ambiguous_ones_do_not_count()
    {
        CommitmentCase[] cases = [Case("a", "new"), Case("b", "new"), Case("c", "earlier"), Case("d", "none"), Case("e", "ambiguous")];
        var labels = new Dictionary<string, string> { ["a"] = "new", ["b"] = "none", ["c"] = "new", ["d"] = "none", ["e"] = "new" };

        var score = CommitmentScore.Of(cases, labels);

        Assert.Equal((new Hits(1, 2, 2), new Share(2, 4)), (score.New, score.AllLabels));
        Assert.Equal(0.5, score.New.F1);
    }

    private static FaithfulnessCase Case(string id, string pair, string? error) => new()
    {
        Id = id,
        Pair = pair,
        Lang = "nl",
        Statement = "",
        EvidenceTurns = [],
        Label = error is null ? "supported" : "unsupported",
        ErrorType = error,
    };

    private static CommitmentCase Case(string id, string label) => new() { Id = id, Text = "", Label = label };
}

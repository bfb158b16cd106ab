using Notulen.App.Eval.Scores;

namespace Notulen.App.Eval.Report;

/// <summary>The figures of a run, as they are added set by set.</summary>
internal sealed class FigureList
{
    private readonly List<Figure> _figures = [];

    public IReadOnlyList<Figure> All => _figures;

    public void Add(string set, string measure, Hits hits)
    {
        AddValue(set, measure, "F1", hits.F1, Direction.Higher);
        AddValue(set, measure, "P", hits.Precision);
        AddValue(set, measure, "R", hits.Recall);
        AddCount(set, measure, "right", hits.Right);
        AddCount(set, measure, "said", hits.Said);
        AddCount(set, measure, "gold", hits.Wanted);
    }

    public void Add(string set, string measure, Share share)
    {
        if (share.Of == 0)
            return;
        AddValue(set, measure, "acc", share.Value, Direction.Higher);
        AddCount(set, measure, "right", share.Right);
        AddCount(set, measure, "of", share.Of);
    }

    public void AddValue(string set, string measure, string aspect, double value, Direction better = Direction.None) =>
        _figures.Add(new Figure(set, measure, aspect, Rounded.Of(value), better));

    public void AddCount(string set, string measure, string aspect, long count) =>
        _figures.Add(new Figure(set, measure, aspect, count) { IsCount = true });

    public void Add(string set, MinutesScore score)
    {
        AddBoundaries(set, "boundaries", score);
        if (score.TurnItems is { } turns)
            AddValue(set, "turnItems", "acc", turns, Direction.Higher);
        Add(set, "decisionsSpoken", score.DecisionsSpoken);
        Add(set, "decisionsAll", score.DecisionsAll);
        Add(set, "decisionVotes", score.DecisionVotes);
        Add(set, "decisionEvidence", score.DecisionEvidence);
        Add(set, "motionsFound", score.MotionsFound);
        Add(set, "motionsOutcome", score.MotionsOutcome);
        Add(set, "motionVotes", score.MotionVotes);
        Add(set, "motionEvidence", score.MotionEvidence);
        Add(set, "heading", score.Heading);
    }

    public void AddBoundaries(string set, string measure, MinutesScore score)
    {
        Add(set, measure, score.Boundaries);
        AddValue(set, measure, "Pk", score.Pk, Direction.Lower);
        AddValue(set, measure, "WD", score.WindowDiff, Direction.Lower);
    }

    public void Add(string set, FaithfulnessScore score)
    {
        AddValue(set, "balanced", "acc", score.BalancedAccuracy, Direction.Higher);
        Add(set, "supported", score.Supported);
        Add(set, "unsupported", score.Unsupported);
        Add(set, "pairs", score.Pairs);
        foreach (var (type, caught) in score.ErrorTypes)
            Add(set, "caught." + type, caught);
    }

    public void Add(string set, CommitmentScore score)
    {
        Add(set, "commitmentsNew", score.New);
        Add(set, "commitmentLabels", score.AllLabels);
    }

    public void Add(string set, Rouge score)
    {
        AddValue(set, "summary", "ROUGE-1", score.One, Direction.Higher);
        AddValue(set, "summary", "ROUGE-2", score.Two, Direction.Higher);
        AddValue(set, "summary", "ROUGE-L", score.Longest, Direction.Higher);
    }
}

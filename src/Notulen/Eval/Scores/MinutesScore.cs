namespace Notulen.App.Eval.Scores;

/// <summary>The minutes of one council meeting, or of a set of them, held against what is known.</summary>
internal sealed record MinutesScore
{
    /// <summary>Beginnings of items, those within stretches of voting left out.</summary>
    public Hits Boundaries { get; init; }

    /// <summary>The stretches of voting taken out; the mean over meetings in a set.</summary>
    public double Pk { get; init; }

    /// <summary>As <see cref="Pk"/>.</summary>
    public double WindowDiff { get; init; }

    /// <summary>Share of the turns that stand under their own item; null where nobody knows of any. The mean over meetings in a set.</summary>
    public double? TurnItems { get; init; }

    /// <summary>Items that were put to a spoken vote.</summary>
    public Hits DecisionsSpoken { get; init; }

    /// <summary>All items that were decided, also without a word.</summary>
    public Hits DecisionsAll { get; init; }

    public Share DecisionVotes { get; init; }

    public Share DecisionEvidence { get; init; }

    /// <summary>Motions and amendments by number.</summary>
    public Hits MotionsFound { get; init; }

    /// <summary>By number and outcome.</summary>
    public Hits MotionsOutcome { get; init; }

    public Share MotionVotes { get; init; }

    public Share MotionEvidence { get; init; }

    /// <summary>Date, times and number of people.</summary>
    public Share Heading { get; init; }

    /// <summary>Counts added up; Pk, WindowDiff and turns averaged over the meetings.</summary>
    public static MinutesScore Of(IReadOnlyList<MinutesScore> meetings)
    {
        var known = meetings.Select(score => score.TurnItems).OfType<double>().ToList();
        var sum = meetings.Aggregate(new MinutesScore(), (a, b) => new MinutesScore
        {
            Boundaries = a.Boundaries + b.Boundaries,
            DecisionsSpoken = a.DecisionsSpoken + b.DecisionsSpoken,
            DecisionsAll = a.DecisionsAll + b.DecisionsAll,
            DecisionVotes = a.DecisionVotes + b.DecisionVotes,
            DecisionEvidence = a.DecisionEvidence + b.DecisionEvidence,
            MotionsFound = a.MotionsFound + b.MotionsFound,
            MotionsOutcome = a.MotionsOutcome + b.MotionsOutcome,
            MotionVotes = a.MotionVotes + b.MotionVotes,
            MotionEvidence = a.MotionEvidence + b.MotionEvidence,
            Heading = a.Heading + b.Heading,
        });
        // Of rounded figures, as score.py takes them.
        return sum with
        {
            Pk = meetings.Average(score => Rounded.Of(score.Pk)),
            WindowDiff = meetings.Average(score => Rounded.Of(score.WindowDiff)),
            TurnItems = known.Count == 0 ? null : known.Average(Rounded.Of),
        };
    }
}

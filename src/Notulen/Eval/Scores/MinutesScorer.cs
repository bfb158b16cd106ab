using Notulen.App.Eval.Formats;

namespace Notulen.App.Eval.Scores;

/// <summary>Holds the minutes of a council meeting against what is known; the same rules as <c>score.py minutes</c>.</summary>
internal static class MinutesScorer
{
    public static MinutesScore Score(GoldMeeting gold, PredictedMeeting said)
    {
        var score = ScoreBoundaries(gold, said) with { TurnItems = TurnItems.Accuracy(gold, said), Heading = Heading(gold, said) };
        return MotionScorer.Add(DecisionScorer.Add(score, gold, said), gold, said);
    }

    private static MinutesScore ScoreBoundaries(GoldMeeting gold, PredictedMeeting said)
    {
        var blocks = (gold.VoteBlocks ?? []).Select(block => (First: block[0], Last: block[1])).ToList();
        bool Counts(int turn) => !blocks.Any(block => block.First <= turn && turn <= block.Last);
        // For Pk and WindowDiff the stretches of voting are cut out of the meeting.
        int Cut(int turn) => turn - blocks.Where(block => block.First < turn).Sum(block => Math.Min(turn, block.Last + 1) - block.First);

        var wanted = gold.ItemBoundaries.Where(Counts).ToList();
        var found = said.Items.Select(item => item.StartTurn).OfType<int>().Distinct().Where(Counts).ToList();
        var (pk, difference) = Boundaries.Disagreement(wanted.Select(Cut), found.Select(Cut), Cut(gold.TurnItem.Count));
        return new MinutesScore { Boundaries = Boundaries.Match(wanted, found), Pk = pk, WindowDiff = difference };
    }

    private static Share Heading(GoldMeeting gold, PredictedMeeting said)
    {
        if (said.Meeting is not { } ours || gold.Meeting is not { } known)
            return default;
        var fields = new (object? Known, object? Ours)[]
        {
            (known.Date, ours.Date), (known.Start, ours.Start), (known.End, ours.End), (known.PresentCount, ours.PresentCount),
        };
        return Share.Count([.. fields.Where(field => field.Known is not null)], field => field.Known!.Equals(field.Ours));
    }
}

using Notulen.App.Eval.Formats;
using Notulen.App.Eval.Runs;
using Notulen.Core.Minutes;
using Notulen.Tests.Documents;
using Xunit;

namespace Notulen.Tests.Eval;

public class PredictionTests
{
    private static readonly TurnTranscript Turns = new([.. Enumerable.Range(0, 10).Select(_ => new SpokenTurn { Text = "Een zin." })]);

    [Fact]
    public void A_motion_of_two_items_is_one_and_keeps_its_outcome()
    {
        var motions = Of(
            new MinutesItem { Title = "H", Motions = [new Motion { Text = "", Number = "H.1", Evidence = [1] }] },
            new MinutesItem { Title = "S", Motions = [new Motion { Text = "", Number = "H1", Kind = "amendment", Outcome = Outcome.Adopted, Evidence = [5] }] }).Motions;
        var motion = Assert.Single(motions);
        Assert.Equal(("adopted", "amendement"), (motion.Outcome, motion.Kind));
        Assert.Equal([5], motion.EvidenceTurns!);
    }

    [Fact]
    public void Two_outcomes_of_one_number_stay_two_and_a_motion_without_number_is_left_out() => Assert.Equal(
        ["rejected", "adopted"],
        Of(new MinutesItem
        {
            Title = "S",
            Motions =
            [
                new Motion { Text = "", Number = "H.1", Outcome = Outcome.Rejected }, new Motion { Text = "", Outcome = Outcome.Adopted },
                new Motion { Text = "", Number = "H.1", Outcome = Outcome.Adopted }, new Motion { Text = "", Number = "H.1", Outcome = Outcome.Adopted },
            ],
        }).Motions.Select(motion => motion.Outcome));

    [Fact]
    public void A_decision_about_a_motion_is_no_decision_on_the_item()
    {
        var decisions = Of(new MinutesItem
        {
            Number = "H",
            Title = "S",
            Motions = [new Motion { Text = "", Number = "H.1", Outcome = Outcome.Adopted, Evidence = [2, 4] }],
            Decisions =
            [
                new Decision { Text = "", Outcome = Outcome.Adopted, Evidence = [4] },
                new Decision { Text = "", Outcome = Outcome.AdoptedAmended, Evidence = [6], Unanimous = true },
            ],
        }).Decisions;
        var decision = Assert.Single(decisions);
        Assert.Equal(("H", "adopted", true), (decision.Item, decision.Outcome, decision.Unanimous));
    }

    [Fact]
    public void Items_begin_at_turns_and_those_that_were_not_spoken_about_nowhere() => Assert.Equal(
        [new PredictedItem("1", 0), new PredictedItem("2", 7)],
        Of(new MinutesItem { Number = "1", Title = "", FirstSegment = 0 }, new MinutesItem { Number = "3", Title = "" }, new MinutesItem { Number = "2", Title = "", FirstSegment = 7 }).Items);

    [Fact]
    public void The_heading_is_that_of_the_minutes() => Assert.Equal(
        new Heading { Date = "2026-10-14", Start = "19:30", End = "21:05", PresentCount = 3 }, Of().Meeting);

    private static PredictedMeeting Of(params MinutesItem[] items) => Prediction.Of(ExampleMeeting.Dutch().Minutes with { Items = items }, Turns);
}

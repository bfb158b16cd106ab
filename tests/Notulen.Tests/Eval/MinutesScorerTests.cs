using System.Text.Json;
using Notulen.App.Eval.Formats;
using Notulen.App.Eval.Scores;
using Notulen.Core;
using Xunit;

namespace Notulen.Tests.Eval;

/// <summary>One meeting with everything in it that the rules speak of; the figures are those that <c>score.py minutes</c> gives for the same two files.</summary>
public class MinutesScorerTests
{
    private const string Gold = """
        {
          "meeting": {"date": "2026-03-12", "start": "20:00", "end": "22:45", "presentCount": 5},
          "items": [
            {"number": "1", "startTurn": 0, "decision": {"outcome": "none", "voteTurn": null}, "motions": []},
            {"number": "A", "debatedWith": ["B"], "decision": {"outcome": "adopted", "votesFor": 20, "votesAgainst": 5, "voteTurn": 31}, "motions": [
              {"number": "A.1", "outcome": "adopted", "votesFor": 15, "votesAgainst": 10, "voteTurn": 25},
              {"number": "A.B", "outcome": "rejected", "votesFor": 7, "votesAgainst": 18, "voteTurn": 27},
              {"number": "A.2", "outcome": "withdrawn", "voteTurn": null}]},
            {"number": "B", "debatedWith": ["A"], "decision": {"outcome": "adopted", "unanimous": true, "votesAgainst": 0, "voteTurn": 35}, "motions": [
              {"number": null, "outcome": "adopted", "voteTurn": 33}]},
            {"number": "C", "decision": {"outcome": "adopted", "voteTurn": null}, "motions": [
              {"number": "C.1", "outcome": "tied", "votesFor": 12, "votesAgainst": 12, "voteTurn": 37}]},
            {"number": "D", "decision": {"outcome": "rejected", "votesFor": 3, "votesAgainst": 22, "voteTurn": 39}, "motions": []},
            {"number": "GESTAAKT", "decision": {"outcome": "none", "voteTurn": null}, "motions": [
              {"number": "A.1", "outcome": "rejected", "votesFor": 11, "votesAgainst": 14, "voteTurn": 29}]}
          ],
          "itemBoundaries": [3, 12, 18, 24],
          "voteBlocks": [[22, 39]],
          "turnItem": ["1", "1", null, "A", "A", "A", "A", "A", "A", "A", "A", "A", "B", "B", "B", "B", "B", "B", "C", "C", "C", "C",
            "STEMMINGEN", "STEMMINGEN", "STEMMINGEN", "STEMMINGEN", "STEMMINGEN", "STEMMINGEN", "STEMMINGEN", "STEMMINGEN", "STEMMINGEN",
            "STEMMINGEN", "STEMMINGEN", "STEMMINGEN", "STEMMINGEN", "STEMMINGEN", "STEMMINGEN", "STEMMINGEN", "STEMMINGEN", "STEMMINGEN",
            "D", "D", "D", "D"]
        }
        """;

    private const string Said = """
        {
          "items": [{"number": "1", "startTurn": 0}, {"number": "A", "startTurn": 5}, {"number": null, "startTurn": 9}, {"number": "C.1", "startTurn": 17},
            {"number": "C", "startTurn": 23}, {"number": "D", "startTurn": 41}, {"number": "E", "startTurn": null}],
          "decisions": [
            {"item": "A", "outcome": "adopted", "votesFor": 20, "votesAgainst": 5, "evidenceTurns": [30]},
            {"item": "A", "outcome": "rejected", "evidenceTurns": [31]},
            {"item": "B", "outcome": "adopted", "votesFor": 25, "votesAgainst": 0, "evidenceTurns": [33]},
            {"item": "C", "outcome": "adopted", "evidenceTurns": []},
            {"item": "D", "outcome": "adopted", "votesFor": 22, "votesAgainst": 3, "evidenceTurns": [40]},
            {"item": "X", "outcome": "held-over", "evidenceTurns": [2]},
            {"item": "Y", "outcome": "noted", "evidenceTurns": [3]}],
          "motions": [
            {"number": "a1", "outcome": "rejected", "votesFor": 11, "votesAgainst": 14, "evidenceTurns": [29]},
            {"number": "A. 1", "outcome": "adopted", "votesFor": 15, "votesAgainst": 9, "evidenceTurns": [24, 25]},
            {"number": "AB", "outcome": "adopted", "votesFor": 7, "votesAgainst": 18, "evidenceTurns": [20]},
            {"number": "C.1", "outcome": "held-over", "votesFor": 12, "votesAgainst": 12, "evidenceTurns": [38]},
            {"number": "C.2", "outcome": "adopted", "evidenceTurns": [38]}],
          "meeting": {"date": "2026-03-12", "start": "20:00", "end": null, "presentCount": 4}
        }
        """;

    private static readonly MinutesScore Score = MinutesScorer.Score(Read<GoldMeeting>(Gold), Read<PredictedMeeting>(Said));

    [Fact]
    public void Boundaries_in_stretches_of_voting_are_left_out_and_the_others_count_within_two_turns()
    {
        Assert.Equal(new Hits(2, 5, 3), Score.Boundaries);
        Assert.Equal((0.6522, 0.6522), (Rounded.Of(Score.Pk), Rounded.Of(Score.WindowDiff)));
    }

    [Fact]
    public void A_turn_may_stand_under_an_item_that_was_debated_along_or_under_a_part_of_its_item() =>
        Assert.Equal(0.52, Rounded.Of(Score.TurnItems!.Value));

    [Fact]
    public void Of_an_item_the_first_decision_counts_and_an_unspoken_one_is_no_false_claim()
    {
        Assert.Equal((new Hits(2, 4, 3), new Hits(3, 5, 4)), (Score.DecisionsSpoken, Score.DecisionsAll));
        Assert.Equal((new Share(2, 3), new Share(2, 3)), (Score.DecisionVotes, Score.DecisionEvidence));
    }

    [Fact]
    public void Motions_are_found_by_number_a_tied_vote_counts_as_held_over_and_a_number_may_come_back()
    {
        Assert.Equal((new Hits(4, 5, 5), new Hits(3, 5, 5)), (Score.MotionsFound, Score.MotionsOutcome));
        Assert.Equal((new Share(3, 4), new Share(3, 4)), (Score.MotionVotes, Score.MotionEvidence));
    }

    [Fact]
    public void Of_the_heading_each_known_field_counts() => Assert.Equal(new Share(2, 4), Score.Heading);

    [Fact]
    public void A_set_adds_counts_and_averages_what_is_no_count()
    {
        var set = MinutesScore.Of([Score, Score with { Pk = 0, TurnItems = null }]);
        Assert.Equal(new Hits(8, 10, 10), set.MotionsFound);
        Assert.Equal((0.3261, 0.52), (Rounded.Of(set.Pk), set.TurnItems));
    }

    [Fact]
    public void A_meeting_without_predictions_has_no_hits()
    {
        var nothing = MinutesScorer.Score(Read<GoldMeeting>(Gold), new PredictedMeeting());
        Assert.Equal((new Hits(0, 0, 3), new Hits(0, 0, 5), default), (nothing.Boundaries, nothing.MotionsFound, nothing.Heading));
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, NotulenJson.Compact)!;
}

using System.Globalization;
using Notulen.App.Eval.Formats;
using Notulen.Core.Minutes;
using Notulen.Core.Minutes.Cues;

namespace Notulen.App.Eval.Runs;

/// <summary>Minutes in the form in which they are scored: turns instead of segments.</summary>
internal static class Prediction
{
    public static PredictedMeeting Of(MinutesDocument minutes, TurnTranscript turns) => new()
    {
        Items = [.. minutes.Items.Where(item => item.FirstSegment is not null).Select(item => new PredictedItem(item.Number, turns.TurnOf(item.FirstSegment!.Value)))],
        Decisions =
        [
            .. minutes.Items.SelectMany(item => item.Decisions.Where(decision => !IsAboutMotion(decision, item)).Select(decision => new PredictedDecision
            {
                Item = item.Number,
                Outcome = OutcomeNames.Of(Plain(decision.Outcome)),
                VotesFor = decision.VotesFor,
                VotesAgainst = decision.VotesAgainst,
                Unanimous = decision.Unanimous,
                EvidenceTurns = turns.TurnsOf(decision.Evidence),
                Text = decision.Text,
            })),
        ],
        Motions = [.. Merged(minutes.Items.SelectMany(item => item.Motions)).Select(motion => new PredictedMotion
        {
            Number = motion.Number,
            Kind = motion.Kind == "amendment" ? "amendement" : "motie",
            Outcome = motion.Outcome is { } outcome ? OutcomeNames.Of(Plain(outcome)) : "none",
            VotesFor = motion.VotesFor,
            VotesAgainst = motion.VotesAgainst,
            Unanimous = motion.Unanimous,
            EvidenceTurns = turns.TurnsOf(motion.Evidence),
            Text = motion.Text,
        })],
        Meeting = new Heading
        {
            Date = minutes.Meeting.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Start = minutes.Opened,
            End = minutes.Closed,
            PresentCount = minutes.Attendance.Present.Count is > 0 and var present ? present : null,
        },
    };

    /// <summary>The decision about a motion stands in the minutes with the motion too; here it counts there only.</summary>
    private static bool IsAboutMotion(Decision decision, MinutesItem item) =>
        item.Motions.Any(motion => motion.Outcome == decision.Outcome && decision.Evidence.All(motion.Evidence.Contains));

    /// <summary>The sets know one word for what was adopted, changed or not.</summary>
    private static Outcome Plain(Outcome outcome) => outcome == Outcome.AdoptedAmended ? Outcome.Adopted : outcome;

    /// <summary>
    /// A motion that is handed in under one item and voted on under another is one motion. Two outcomes of one number stay
    /// two. Those without a number cannot be scored.
    /// </summary>
    private static IEnumerable<Motion> Merged(IEnumerable<Motion> motions) => motions
        .Where(motion => motion.Number is not null)
        .GroupBy(motion => Scores.Votes.NumberOf(motion.Number))
        .SelectMany(same =>
        {
            var ended = same.Where(motion => motion.Outcome is not null).DistinctBy(motion => (motion.Outcome, motion.VotesFor, motion.VotesAgainst)).ToList();
            return ended.Count > 0 ? ended : [same.First()];
        });
}

namespace Notulen.Core.Minutes.Checks;

/// <summary>Reckons votes: against the outcome that was declared, and against how many were there. What does not agree is told, not mended.</summary>
/// <param name="language">Language of the minutes.</param>
/// <param name="present">How many members were there; null when unknown.</param>
public sealed class VoteArithmetic(string language, int? present)
{
    public Decision Check(Decision decision) =>
        decision with { Note = Contradiction(decision.Outcome, decision.VotesFor, decision.VotesAgainst, decision.Abstained) };

    public Motion Check(Motion motion) =>
        motion with { Note = Contradiction(motion.Outcome, motion.VotesFor, motion.VotesAgainst, null) };

    /// <returns>One sentence for the clerk; null when all agrees or too little is known.</returns>
    private string? Contradiction(Outcome? outcome, int? votesFor, int? against, int? abstained)
    {
        if (votesFor is { } inFavour && against is { } opposed)
        {
            if (outcome is Outcome.Adopted or Outcome.AdoptedAmended && inFavour <= opposed)
                return MinutesTexts.Say(language, "note.no-majority", inFavour, opposed);
            // A tie is no majority in favour, so a rejection may follow from it.
            if (outcome is Outcome.Rejected && inFavour > opposed)
                return MinutesTexts.Say(language, "note.majority", inFavour, opposed);
        }
        var cast = (votesFor ?? 0) + (against ?? 0) + (abstained ?? 0);
        return cast > present ? MinutesTexts.Say(language, "note.too-many", cast, present) : null;
    }

    /// <summary>How many could vote: as said at the opening, or else who the agenda file itself says was there.</summary>
    public static int? Present(Attendance attendance, IReadOnlyList<Meetings.Participant> participants)
    {
        if (attendance.Members is not null)
            return attendance.Members;
        // A list that does not say of everybody whether they came may be a list of a few of them.
        var members = participants.Where(person => !string.IsNullOrWhiteSpace(person.Party)).ToList();
        return members.Count > 0 && members.All(person => person.Present is not null) ? members.Count(person => person.Present == true) : null;
    }
}

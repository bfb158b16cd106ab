using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>
/// Finds motions and amendments: what they ask, and how they ended. A result goes with a request by its number; without
/// numbers only where one motion and one result leave no doubt.
/// </summary>
internal static class MotionCues
{
    public static IReadOnlyList<Motion> Find(ItemScene scene, IReadOnlyList<FoundDecision> decisions)
    {
        var titleKind = Tokens.Of(scene.Input.Title).Select(MotionNumber.Kind).FirstOrDefault(kind => kind is not null);
        var asked = new List<Asked>();
        foreach (var sentence in scene.Sentences)
        {
            if (sentence.IsQuestion || CueBook.Find(scene.Cues.Motion, sentence) is null)
                continue;
            var (kind, number) = MotionNumber.In(sentence, 0, sentence.Tokens.Count);
            if ((kind ?? titleKind) is { } known && !asked.Any(before => before.IsSameAs(known, number, sentence.Speaker)))
                asked.Add(new Asked(Make(scene, known, number, sentence.Text, sentence.Segments), sentence.Speaker));
        }
        var motions = asked.Select(one => one.Motion).ToList();
        foreach (var found in decisions.Where(found => found.Subject.Kind is not null))
            Settle(motions, found, scene, decisions);
        return motions;
    }

    /// <param name="Motion">As it was read out or handed in.</param>
    /// <param name="Speaker">Who spoke of it; null when unknown.</param>
    private sealed record Asked(Motion Motion, string? Speaker)
    {
        /// <summary>Without a number, a second sentence of the same speaker about "the motion" is about the same one.</summary>
        public bool IsSameAs(string kind, string? number, string? speaker) =>
            Motion.Kind == kind && (Motion.Number == number && number is not null || number is null && Speaker == speaker);
    }

    private static void Settle(List<Motion> motions, FoundDecision found, ItemScene scene, IReadOnlyList<FoundDecision> decisions)
    {
        var (decision, subject) = found;
        var index = subject.Number is null ? -1 : motions.FindIndex(motion => motion.Kind == subject.Kind && motion.Number == subject.Number);
        if (index < 0 && IsOnly(motions, decisions, subject))
            index = motions.FindIndex(motion => motion.Kind == subject.Kind);
        if (index < 0)
        {
            index = motions.Count;
            motions.Add(Make(scene, subject.Kind!, subject.Number, decision.Text, []));
        }
        motions[index] = motions[index] with
        {
            Number = motions[index].Number ?? subject.Number,
            Outcome = decision.Outcome,
            VotesFor = decision.VotesFor,
            VotesAgainst = decision.VotesAgainst,
            Unanimous = decision.Unanimous,
            Evidence = [.. motions[index].Evidence.Union(decision.Evidence).Order()],
        };
    }

    /// <summary>Whether one motion of the kind was spoken of and one result given: then they belong together.</summary>
    private static bool IsOnly(List<Motion> motions, IReadOnlyList<FoundDecision> decisions, DecisionSubject subject)
    {
        var same = motions.Where(motion => motion.Kind == subject.Kind).ToList();
        var results = decisions.Count(other => other.Subject.Kind == subject.Kind);
        return same is [var only] && results == 1 && (only.Number is null || subject.Number is null);
    }

    private static Motion Make(ItemScene scene, string kind, string? number, string text, IReadOnlyList<int> evidence) => new()
    {
        Text = text,
        Evidence = evidence,
        Origin = Origin.Cue,
        Kind = kind,
        Number = number,
        Title = Tokens.Of(scene.Input.Title).Any(token => MotionNumber.Kind(token) == kind) ? scene.Input.Title : null,
    };
}

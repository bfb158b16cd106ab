using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Finds motions and amendments: what they ask, and how they ended.</summary>
internal static class MotionCues
{
    public static IReadOnlyList<Motion> Find(ItemScene scene, IReadOnlyList<FoundDecision> decisions)
    {
        var titleKind = Tokens.Of(scene.Input.Title).Select(MotionNumber.Kind).FirstOrDefault(kind => kind is not null);
        var motions = new List<Motion>();
        foreach (var sentence in scene.Sentences)
        {
            if (sentence.IsQuestion || CueBook.Find(scene.Cues.Motion, sentence) is null)
                continue;
            var (kind, number) = MotionNumber.In(sentence, 0, sentence.Tokens.Count);
            if ((kind ?? titleKind) is { } known)
                Add(motions, scene, sentence, known, number);
        }
        foreach (var found in decisions.Where(found => found.Subject.Kind is not null))
            Settle(motions, found, scene, titleKind);
        return motions;
    }

    private static void Add(List<Motion> motions, ItemScene scene, Sentence sentence, string kind, string? number)
    {
        // Without a number, a second sentence about "the motion" is about the same one.
        if (motions.Any(motion => motion.Kind == kind && (motion.Number == number || number is null)))
            return;
        motions.Add(new Motion
        {
            Text = sentence.Text,
            Evidence = sentence.Segments,
            Origin = Origin.Cue,
            Kind = kind,
            Number = number,
            Title = Tokens.Of(scene.Input.Title).Any(token => MotionNumber.Kind(token) == kind) ? scene.Input.Title : null,
        });
    }

    private static void Settle(List<Motion> motions, FoundDecision found, ItemScene scene, string? titleKind)
    {
        var (decision, subject) = found;
        var index = motions.FindIndex(motion => motion.Kind == subject.Kind && motion.Number == subject.Number && motion.Outcome is null);
        if (index < 0 && subject.Number is null)
            index = motions.FindLastIndex(motion => motion.Kind == subject.Kind && motion.Outcome is null);
        if (index < 0)
        {
            index = motions.Count;
            motions.Add(new Motion
            {
                Text = decision.Text,
                Origin = Origin.Cue,
                Kind = subject.Kind!,
                Number = subject.Number,
                Title = titleKind == subject.Kind ? scene.Input.Title : null,
            });
        }
        motions[index] = motions[index] with
        {
            Outcome = decision.Outcome,
            VotesFor = decision.VotesFor,
            VotesAgainst = decision.VotesAgainst,
            Evidence = [.. motions[index].Evidence.Union(decision.Evidence).Order()],
        };
    }
}

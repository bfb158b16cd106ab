using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Finds commitments to the meeting: "ik zeg toe dat…", "dat zeg ik u toe".</summary>
internal static class CommitmentCues
{
    private static readonly HashSet<string> Negations = ["niet", "geen", "nooit", "not", "never", "cannot"];
    private static readonly HashSet<string> FirstPersonWords = ["ik", "mij", "mijn", "wij", "we", "ons", "onze", "i", "my", "me", "our", "us", "ill"];
    private static readonly HashSet<string> Clauses = ["dat", "om", "that", "to"];

    public static Commitment? Find(ItemScene scene, Sentence sentence)
    {
        if (sentence.IsQuestion || CueBook.Find(scene.Cues.Commitment, sentence) is not { } match || Quoted.Contains(sentence, match.First))
            return null;
        if (Owner.CueWords(sentence, match).Any(token => Negations.Contains(token.Norm)))
            return null;
        var who = Owner.Of(scene, sentence, match);
        var previous = sentence.Index > 0 ? scene.Sentences[sentence.Index - 1] : null;
        // "Dat zeg ik toe": what is promised stands in the sentence before.
        if (match.Rest is null && previous is not null)
            return Made(scene, who, $"{previous.Bare} {sentence.Bare}", [.. previous.Segments.Union(sentence.Segments)], quoted: true);
        var rest = match.Rest is { } first ? sentence.Tokens.Skip(first).ToList() : [];
        var reported = rest.Count > 0 && Clauses.Contains(rest[0].Norm) && !rest.Any(token => FirstPersonWords.Contains(token.Norm));
        return Made(scene, who, reported ? sentence.Slice(match.Rest!.Value, sentence.Tokens.Count) : sentence.Bare, sentence.Segments, quoted: !reported);
    }

    private static Commitment Made(ItemScene scene, string? who, string what, IReadOnlyList<int> evidence, bool quoted)
    {
        var key = (quoted ? "commitment.quoted" : "commitment.reported") + (who is null ? ".unknown" : "");
        return new Commitment { Text = MinutesTexts.Say(scene.Language, key, what, who), Evidence = evidence, Origin = Origin.Cue, Who = who };
    }
}

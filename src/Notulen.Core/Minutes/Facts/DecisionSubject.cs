using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>What a decision is about, as said: "de motie over de fietsbrug", "het verslag".</summary>
/// <param name="Text">As said; null when only "dat is aangenomen" was said.</param>
/// <param name="Kind">"motion", "amendment" or null for anything else.</param>
/// <param name="Number">Number of a motion or amendment.</param>
internal sealed record DecisionSubject(string? Text, string? Kind, string? Number)
{
    private const int LongestSubject = 14;

    private static readonly HashSet<string> Determiners =
        ["de", "het", "dit", "deze", "die", "uw", "ons", "onze", "alle", "motie", "amendement", "voorstel", "agendapunt", "the", "this", "these", "all", "motion", "amendment", "proposal", "item"];

    private static readonly HashSet<string> Ends =
        ["met", "door", "zonder", "bij", "hiermee", "daarmee", "hierbij", "dan", "ook", "nu", "dus", "unaniem", "tot", "daarom", "niet", "gewijzigd", "geamendeerd", "gewijzigde", "voor",
         "with", "by", "hereby", "therefore", "now", "unanimously", "thus", "not", "until", "as"];

    private static readonly HashSet<string> Verbs = ["is", "zijn", "wordt", "worden", "are", "was"];

    /// <summary>Whether an outcome is said with "is" or "wordt", and not as "dan stellen we het verslag vast".</summary>
    public static bool IsPassive(Sentence sentence, OutcomeMatch outcome) =>
        sentence.Tokens.Skip(outcome.Match.First).Take(outcome.Match.End - outcome.Match.First).Any(token => Verbs.Contains(token.Norm));

    public static DecisionSubject Of(Sentence sentence, OutcomeMatch outcome)
    {
        var match = outcome.Match;
        var (first, end) = Noun(sentence, match.First + 1, match.End - 1);
        if (first == end)
            (first, end) = Noun(sentence, OutcomeCues.ClauseStart(sentence, match.First), match.End - 1);
        if (first == end)
            return new DecisionSubject(null, null, null);
        var (kind, number) = MotionNumber.In(sentence, first, Math.Min(end + 4, sentence.Tokens.Count));
        return new DecisionSubject(sentence.Slice(first, end), kind, number);
    }

    private static (int First, int End) Noun(Sentence sentence, int from, int to)
    {
        var tokens = sentence.Tokens;
        for (var first = Math.Max(0, from); first < to; first++)
        {
            if (!Determiners.Contains(tokens[first].Norm))
                continue;
            var end = first + 1;
            while (end < to && end - first < LongestSubject && !Ends.Contains(tokens[end].Norm) && !Verbs.Contains(tokens[end].Norm))
                end++;
            // An article alone is no subject.
            if (end - first > 1 || tokens[first].Norm.Length > 4)
                return (first, end);
        }
        return (0, 0);
    }
}

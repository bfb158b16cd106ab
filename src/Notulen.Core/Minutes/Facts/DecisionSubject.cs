using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>What a decision is about, as said: "de motie over de fietsbrug", "het verslag".</summary>
/// <param name="Text">As said; null when only "dat is aangenomen" was said.</param>
/// <param name="Kind">"motion", "amendment" or null for anything else.</param>
/// <param name="Number">Number of a motion or amendment.</param>
internal sealed record DecisionSubject(string? Text, string? Kind, string? Number)
{
    private const int LongestSubject = 14;
    private const int SentencesBefore = 4;
    private const int LongestAnnouncement = 20;

    private static readonly HashSet<string> Determiners =
        ["de", "het", "dit", "deze", "die", "uw", "ons", "onze", "alle", "motie", "amendement", "voorstel", "agendapunt", "the", "this", "these", "all", "motion", "amendment", "proposal", "item"];

    private static readonly HashSet<string> Ends =
        ["met", "door", "zonder", "bij", "hiermee", "daarmee", "hierbij", "dan", "ook", "nu", "dus", "unaniem", "tot", "daarom", "niet", "gewijzigd", "geamendeerd", "voor",
         "with", "by", "hereby", "therefore", "now", "unanimously", "thus", "not", "until", "as"];

    private static readonly HashSet<string> Amended = ["gewijzigd", "gewijzigde", "geamendeerde", "amended", "revised"];

    private static readonly HashSet<string> Thus = ["aldus", "nader", "zo", "thus"];

    /// <summary>What stands before a noun that was said bare ("voorstel gewijzigd aangenomen").</summary>
    private static readonly Dictionary<string, string> Articles = new[]
    {
        "het voorstel", "het amendement", "het agendapunt", "de motie", "the proposal", "the amendment", "the item", "the motion",
    }.Select(words => words.Split(' ')).ToDictionary(words => words[1], words => words[0]);

    private static readonly HashSet<string> Verbs = ["is", "zijn", "wordt", "worden", "are", "was"];

    /// <summary>Whether an outcome is said with "is" or "wordt", and not as "dan stellen we het verslag vast".</summary>
    public static bool IsPassive(Sentence sentence, OutcomeMatch outcome) =>
        sentence.Tokens.Skip(outcome.Match.First).Take(outcome.Match.End - outcome.Match.First).Any(token => Verbs.Contains(token.Norm));

    /// <summary>"In stemming komt motie H.1": which motion "de motie is aangenomen" speaks of, from the announcement before it.</summary>
    /// <param name="scene">The item.</param>
    /// <param name="from">First word that belongs to this result.</param>
    /// <param name="outcome">Where the result is said.</param>
    /// <param name="result">Index of the sentence with the result.</param>
    /// <param name="previous">Index of the sentence with the result before that; -1 for none.</param>
    public (DecisionSubject Subject, IReadOnlyList<int> Segments) Announced(ItemScene scene, int from, OutcomeMatch outcome, int result, int previous)
    {
        if (Number is not null || Kind is null && Text is not null)
            return (this, []);
        // Without punctuation both stand in one sentence: "ik breng in stemming motie d 4 de motie is aangenomen".
        if (MotionNumber.In(scene.Sentences[result], from, outcome.Match.First) is ({ } named, { } own) && (Kind is null || named == Kind))
            return (Numbered(scene.Language, named, own), []);
        for (var i = result - 1; i > previous && i >= result - SentencesBefore; i--)
        {
            var sentence = scene.Sentences[i];
            if (scene.IsNotChair(sentence) || sentence.Tokens.Count > LongestAnnouncement)
                continue;
            var (kind, number) = MotionNumber.In(sentence, 0, sentence.Tokens.Count);
            if (number is not null && (Kind is null || kind == Kind))
                return (Numbered(scene.Language, kind!, number), sentence.Segments);
        }
        return (this, []);
    }

    /// <summary>"Motie H.1".</summary>
    public static DecisionSubject Numbered(string language, string kind, string number) =>
        new($"{MinutesTexts.Say(language, "decision." + kind)} {number}", kind, number);

    public static DecisionSubject Of(Sentence sentence, OutcomeMatch outcome)
    {
        var match = outcome.Match;
        var (first, end) = Noun(sentence, match.First + 1, match.End - 1);
        if (first == end)
            (first, end) = Noun(sentence, OutcomeCues.ClauseStart(sentence, match.First), match.End - 1);
        if (first == end)
            return new DecisionSubject(null, null, null);
        var (kind, number) = MotionNumber.In(sentence, first, Math.Min(end + 4, sentence.Tokens.Count));
        return new DecisionSubject(Phrase(sentence, first, end, outcome.Outcome), kind, number);
    }

    /// <summary>"Het aldus gewijzigde voorstel" that is adopted as amended is told as "het voorstel"; a bare "voorstel" gets its article.</summary>
    private static string Phrase(Sentence sentence, int first, int end, Outcome outcome)
    {
        var tokens = sentence.Tokens;
        var amended = outcome == Outcome.AdoptedAmended && Enumerable.Range(first, end - first).Any(i => Amended.Contains(tokens[i].Norm));
        var text = amended
            ? string.Join(' ', tokens.Skip(first).Take(end - first).Where(token => !Amended.Contains(token.Norm) && !Thus.Contains(token.Norm)).Select(token => token.Text))
            : sentence.Slice(first, end);
        var named = end - first > 1 && (tokens[first + 1].IsDigits || tokens[first + 1].Text.All(char.IsUpper));
        return Articles.TryGetValue(tokens[first].Norm, out var article) && !named ? $"{article} {text}" : text;
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

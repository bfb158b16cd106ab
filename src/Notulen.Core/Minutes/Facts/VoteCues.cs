using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Values;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Finds numbers of votes: in the sentence of the result, or counted just before it.</summary>
internal static class VoteCues
{
    private const int SentencesBefore = 8;
    private const int MostVotes = 1000;
    private const int WordsOfAnAnswer = 15;
    private const int ShortAnswer = 4;

    private static readonly HashSet<string> Nobody = ["niemand", "geen", "none", "nobody"];

    /// <summary>The votes said in one stretch of words.</summary>
    public static Votes In(CueBook cues, IReadOnlyList<Token> tokens, string language, IReadOnlyList<int> segments)
    {
        var votesFor = Number(cues.VotesFor, tokens, language);
        var votesAgainst = Number(cues.VotesAgainst, tokens, language);
        var abstained = Number(cues.VotesAbstained, tokens, language);
        var unanimous = CueBook.Find(cues.Unanimous, tokens, language) is not null;
        if (votesFor is null && CueBook.Find(cues.VotesBoth, tokens, language) is { Numbers: [var first, var second, ..] })
            (votesFor, votesAgainst) = (Count(first), Count(second));
        return new Votes(votesFor, votesAgainst, abstained, unanimous, segments);
    }

    /// <summary>The votes counted in the sentences before a result, back to the result before that.</summary>
    public static Votes Before(ItemScene scene, int result, int afterSentence)
    {
        var found = Votes.None;
        for (var i = Math.Max(afterSentence + 1, result - SentencesBefore); i < result; i++)
        {
            var sentence = scene.Sentences[i];
            var said = SpeaksOfVotes(sentence) ? In(scene.Cues, sentence.Tokens, scene.Language, sentence.Segments) : Votes.None;
            found = said.Or(found);
            found = Answer(scene, scene.Cues.AskFor, i, result) is var (count, segments)
                ? new Votes(count, null, null, false, segments).Or(found) : found;
            found = Answer(scene, scene.Cues.AskAgainst, i, result) is var (against, where)
                ? new Votes(null, against, null, false, where).Or(found) : found;
        }
        return found;
    }

    /// <summary>"Wie is voor? Dat zijn er vijf." The number in the sentence after the question.</summary>
    private static (int Count, IReadOnlyList<int> Segments)? Answer(ItemScene scene, IReadOnlyList<CuePhrase> questions, int at, int result)
    {
        var question = scene.Sentences[at];
        if (CueBook.Find(questions, question) is null || at + 1 >= result)
            return null;
        var answer = scene.Sentences[at + 1];
        if (answer.Tokens is [var only, ..] && answer.Tokens.Count <= ShortAnswer && Nobody.Contains(only.Norm))
            return (0, answer.Segments);
        if (answer.IsQuestion || answer.Tokens.Count > WordsOfAnAnswer || answer.Numbers is not [var number, ..] || Count(number) is not { } count)
            return null;
        return (count, answer.Segments);
    }

    private static int? Number(IReadOnlyList<CuePhrase> phrases, IReadOnlyList<Token> tokens, string language)
    {
        foreach (var phrase in phrases)
        {
            for (var from = 0; phrase.Find(tokens, language, from) is { Numbers: [var number, ..] } match; from = match.First + 1)
            {
                // "drie voor 9 november" counts nothing
                var followedByNumber = match.End < tokens.Count && NumberReader.TryReadAt(tokens, match.End, language, out var next)
                    && DateReader.TryReadAt(tokens, next.First, language, out _);
                if (!followedByNumber && Count(number) is { } count)
                    return count;
            }
        }
        return null;
    }

    private static bool SpeaksOfVotes(Sentence sentence) =>
        sentence.Tokens.Any(token => token.Norm.Contains("stem", StringComparison.Ordinal) || token.Norm.StartsWith("vote", StringComparison.Ordinal)
            || token.Norm is "voor" or "tegen" or "favour" or "favor" or "against") && sentence.Tokens.Count <= 30;

    private static int? Count(SpokenValue number) =>
        number is { Kind: ValueKind.Number, Amount: >= 0 and <= MostVotes } && number.Amount % 1 == 0 ? (int)number.Amount : null;
}

using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Checks;

/// <summary>"Zegt toe" may be said only of somebody who promised or announced to do something: a request is no promise.</summary>
internal sealed class PromiseCheck(CueBook cues)
{
    private static readonly HashSet<string> Promises =
    [
        "toezegt", "toezegging", "toezeggingen", "toegezegd", "belooft", "beloofd", "beloofde", "promise", "promises", "promised", "undertakes", "undertook", "undertaking", "commits", "committed",
    ];

    private static readonly HashSet<string> Says = ["zegt", "zegde", "zeg", "zeggen", "zegden"];

    public Finding? Check(IReadOnlyList<Token> statement, Evidence evidence) =>
        Speaks(statement) is not { } word || evidence.Sentences.Any(sentence =>
            Speaks(sentence.Tokens) is not null || !sentence.IsQuestion && (CueBook.Find(cues.Commitment, sentence) ?? CueBook.Find(cues.Intention, sentence)) is not null)
            ? null
            : new Finding("check.promise", word);

    private static string? Speaks(IReadOnlyList<Token> tokens) =>
        tokens.Where(token => Promises.Contains(token.Norm)).Select(token => token.Text).FirstOrDefault()
        ?? (tokens.Any(token => Says.Contains(token.Norm)) ? tokens.Where(token => token.Norm == "toe").Select(token => token.Text).FirstOrDefault() : null);
}

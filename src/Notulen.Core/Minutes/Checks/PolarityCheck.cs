using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Checks;

/// <summary>A statement must not turn its evidence round: adopted for rejected, five against for five in favour, "not" added or lost.</summary>
internal sealed class PolarityCheck(string language, CueBook cues)
{
    private static readonly string[][] Outcomes =
    [
        ["aangenomen", "vastgesteld", "goedgekeurd", "vast", "akkoord", "bekrachtigd", "instemmen", "stemt", "adopted", "approved", "carried", "passed", "carries", "agreed"],
        ["verworpen", "afgewezen", "weggestemd", "afgestemd", "rejected", "defeated", "fails", "lost"],
        ["aangehouden", "uitgesteld", "verdaagd", "doorgeschoven", "aanhouden", "held", "deferred", "postponed"],
        ["ingetrokken", "withdrawn", "withdraw", "intrekken"],
    ];

    private static readonly HashSet<string> Against = ["tegen", "tegenstander", "tegenstanders", "ontraadt", "ontraden", "afwijst", "against", "opposes", "opposed", "oppose", "rejects"];

    private static readonly HashSet<string> For = ["voor", "for", "favour", "favor"];

    private static readonly HashSet<string> ClauseBeginnings = ["maar", "want", "waarin", "waarbij", "waardoor", "waarmee", "but", "because"];

    private static readonly HashSet<string> Negations =
        ["niet", "geen", "nooit", "niemand", "niets", "zonder", "noch", "evenmin", "onmogelijk", "not", "no", "never", "nobody", "nothing", "without", "cannot", "dont", "doesnt", "wont", "cant", "isnt", "arent", "didnt"];

    private static readonly char[] ClauseEnds = [',', ';', ':', '—', '–'];

    public Finding? Check(IReadOnlyList<Token> statement, Evidence evidence)
    {
        var said = evidence.Tokens.Select(token => token.Norm).ToHashSet();
        foreach (var words in Outcomes)
        {
            // Sounds, because recognition spells "angenomen".
            if (statement.FirstOrDefault(token => token.Norm.Length > 4 && words.Contains(token.Norm)) is { Norm: not null } outcome
                && !words.Any(word => evidence.Sounds.Contains(Sounds.Key(word))) && !IsDenied(words, evidence))
                return new Finding("check.outcome", outcome.Text);
        }
        var votes = VoteCues.In(cues, statement, language, []);
        var counted = evidence.Sentences.Select(sentence => VoteCues.In(cues, sentence.Tokens, language, sentence.Segments)).ToList();
        if (statement.FirstOrDefault(token => Against.Contains(token.Norm)) is { Norm: not null } against
            && !said.Overlaps(Against) && !said.Overlaps(Negations) && !counted.Any(said => votes.Against is not null && said.Against == votes.Against))
            return new Finding("check.polarity", against.Text);
        return Votes(votes, counted) ?? InFavour(statement, evidence) ?? Negation(statement, evidence, said);
    }

    /// <summary>"Is niet aangenomen" may be told as "verworpen".</summary>
    private static bool IsDenied(string[] words, Evidence evidence) =>
        words == Outcomes[1] && Outcomes[0].Any(word => evidence.Sounds.Contains(Sounds.Key(word))) && evidence.Tokens.Any(token => Negations.Contains(token.Norm));

    /// <summary>"Vraagt voor het plan te stemmen" is refused when only voting against was spoken of.</summary>
    private Finding? InFavour(IReadOnlyList<Token> statement, Evidence evidence)
    {
        bool SpeaksOfVoting(IEnumerable<Token> tokens) => tokens.Any(token => token.Norm.StartsWith("stem", StringComparison.Ordinal) || token.Norm.StartsWith("gestemd", StringComparison.Ordinal) || token.Norm.StartsWith("vot", StringComparison.Ordinal));
        var favour = statement.FirstOrDefault(token => For.Contains(token.Norm));
        if (favour.Norm is null || !SpeaksOfVoting(statement) || statement.Any(token => Against.Contains(token.Norm)))
            return null;
        var voting = evidence.Sentences.SelectMany(Clauses).Where(clause => SpeaksOfVoting(clause.Tokens)).ToList();
        return voting.Any(clause => clause.Tokens.Any(token => Against.Contains(token.Norm))) && !voting.Any(clause => clause.Tokens.Any(token => For.Contains(token.Norm)))
            ? new Finding("check.polarity", favour.Text) : null;
    }

    private static Finding? Votes(Votes stated, List<Votes> counted)
    {
        bool Contradicts(int? number, Func<Votes, int?> read) =>
            number is not null && counted.Any(votes => read(votes) is not null) && !counted.Any(votes => read(votes) == number);
        var opposed = stated.Unanimous && counted.Any(votes => votes.Against > 0);
        return opposed || Contradicts(stated.For, votes => votes.For) || Contradicts(stated.Against, votes => votes.Against) ? new Finding("check.votes") : null;
    }

    private Finding? Negation(IReadOnlyList<Token> statement, Evidence evidence, HashSet<string> said)
    {
        var denying = statement.FirstOrDefault(token => Negations.Contains(token.Norm));
        if (denying.Norm is not null)
            return said.Overlaps(Negations) || said.Overlaps(["pas", "weigert", "only", "refuses"]) ? null : new Finding("check.negation", denying.Text);
        // Without the clauses that deny something, most of the statement must still be there.
        var wanted = StopWords.ContentStems(statement, language).Select(word => word.Stem).Distinct().ToList();
        var clauses = evidence.Sentences.SelectMany(Clauses).ToList();
        var all = wanted.Count(stem => clauses.Any(clause => clause.Stems.Any(other => Stems.AreKin(stem, other))));
        var plain = wanted.Count(stem => clauses.Any(clause => !clause.Denies && clause.Stems.Any(other => Stems.AreKin(stem, other))));
        return all == 2 && plain == 0 || all > 2 && plain * 4 < all * 3 ? new Finding("check.denied") : null;
    }

    private IEnumerable<(bool Denies, List<string> Stems, List<Token> Tokens)> Clauses(Sentence sentence)
    {
        var from = 0;
        for (var i = 1; i <= sentence.Tokens.Count; i++)
        {
            if (i < sentence.Tokens.Count && !BeginsClause(sentence, i))
                continue;
            var clause = sentence.Tokens.Skip(from).Take(i - from).ToList();
            yield return (clause.Any(token => Negations.Contains(token.Norm)), [.. StopWords.ContentStems(clause, language).Select(word => word.Stem)], clause);
            from = i;
        }
    }

    private static bool BeginsClause(Sentence sentence, int at)
    {
        var between = sentence.Text.AsSpan(sentence.Tokens[at - 1].End, sentence.Tokens[at].Start - sentence.Tokens[at - 1].End);
        return ClauseBeginnings.Contains(sentence.Tokens[at].Norm) || between.ContainsAny(ClauseEnds) || between.SequenceEqual(" - ");
    }
}

using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Finds outcomes in a sentence: what is decided now, not what was or might be.</summary>
internal static class OutcomeCues
{
    /// <summary>The more particular outcome wins where two phrases overlap: "voor kennisgeving aangenomen" is no adoption.</summary>
    private static readonly Outcome[] Precedence =
        [Outcome.Noted, Outcome.AdoptedAmended, Outcome.HeldOver, Outcome.Withdrawn, Outcome.Rejected, Outcome.Adopted];

    private static readonly HashSet<string> Negations = ["niet", "geen", "nooit", "not", "no", "never"];

    /// <summary>"…dat het voorstel is aangenomen", "een motie die is aangenomen": told, not decided.</summary>
    private static readonly HashSet<string> Subordinators =
        ["dat", "die", "waarop", "waarvan", "waarin", "waarmee", "waardoor", "omdat", "nadat", "sinds", "zoals", "hoewel", "that", "which", "because", "since", "after", "although"];

    private static readonly HashSet<string> ClauseSubjects =
        ["de", "het", "een", "dit", "deze", "er", "we", "wij", "ik", "hij", "zij", "ze", "u", "the", "a", "this", "these", "it", "they"];

    private static readonly HashSet<string> Reporting =
    [
        "schrijf", "schrijft", "schreef", "noteer", "notuleer", "zeg", "zegt", "zei", "staat", "stond", "luidt", "citeer", "lees", "leest", "meldt",
        "write", "writes", "wrote", "note", "say", "says", "said", "states", "reads", "quote",
    ];

    private static readonly HashSet<string> Turns = ["dan", "then"];

    public static IReadOnlyList<OutcomeMatch> Find(CueBook cues, Sentence sentence)
    {
        if (sentence.IsQuestion)
            return [];
        var found = new List<OutcomeMatch>();
        foreach (var outcome in Precedence)
        {
            foreach (var (_, phrases) in cues.Outcomes.Where(pair => pair.Outcome == outcome))
            {
                if (CueBook.Find(phrases, sentence) is { } match && !found.Any(other => Overlap(other.Match, match)) && Settle(cues, sentence, outcome, match) is { } settled)
                    found.Add(settled);
            }
        }
        return [.. found.OrderBy(match => match.Match.First)];
    }

    /// <summary>First token of the clause in which a phrase stands.</summary>
    public static int ClauseStart(Sentence sentence, int first)
    {
        var tokens = sentence.Tokens;
        for (var i = first; i > 0; i--)
        {
            if (Turns.Contains(tokens[i].Norm) || sentence.Text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).ContainsAny(',', ';', ':'))
                return i;
        }
        return 0;
    }

    private static OutcomeMatch? Settle(CueBook cues, Sentence sentence, Outcome outcome, CueMatch match)
    {
        var start = ClauseStart(sentence, match.First);
        var end = match.Rest ?? match.End;
        if (Quoted.Contains(sentence, match.First) || IsReported(sentence, start))
            return null;
        var clause = sentence.Tokens.Skip(start).Take(end - start).ToList();
        if (CueBook.Find(cues.NoDecision, clause, sentence.Language) is not null || IsSubordinate(sentence, start, match.First))
            return null;
        var votes = VoteCues.In(cues, sentence.Tokens, sentence.Language, []);
        if (match.Rest is null && votes.IsEmpty && CueBook.Find(cues.Subjects, clause, sentence.Language) is null && MotionNumber.List(sentence, 0, match.First).Kind is null)
            return null;
        var negated = sentence.Tokens.Skip(match.First).Take(end - match.First).Any(token => Negations.Contains(token.Norm));
        if (negated && outcome == Outcome.Adopted && match.Rest is null)
            return new OutcomeMatch(Outcome.Rejected, match);
        return negated && outcome != Outcome.Rejected ? null : new OutcomeMatch(outcome, match);
    }

    /// <summary>"Schrijf op: het voorstel is aangenomen", "In de krant staat: de motie is verworpen".</summary>
    private static bool IsReported(Sentence sentence, int start) =>
        start > 0 && sentence.Text.AsSpan(sentence.Tokens[start - 1].End, sentence.Tokens[start].Start - sentence.Tokens[start - 1].End).Contains(':')
        && sentence.Tokens.Take(start).Any(token => Reporting.Contains(token.Norm));

    private static bool IsSubordinate(Sentence sentence, int start, int verb)
    {
        for (var i = start; i < verb; i++)
        {
            // "Dat is aangenomen", "Die motie is aangenomen" and "Met die wijziging is…" are main clauses.
            if (Subordinators.Contains(sentence.Tokens[i].Norm) && (i + 1 == verb ? i > start : ClauseSubjects.Contains(sentence.Tokens[i + 1].Norm)))
                return true;
        }
        return false;
    }

    private static bool Overlap(CueMatch a, CueMatch b) => a.First < b.End && b.First < a.End;
}

using System.Globalization;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Finds decisions with their outcome and votes, and puts them in the fixed formulas.</summary>
internal static class DecisionCues
{
    private const int LongestProviso = 8;

    private static readonly HashSet<Outcome> ByChair = [Outcome.Adopted, Outcome.AdoptedAmended, Outcome.Rejected, Outcome.Noted];

    private static readonly HashSet<string> Until = ["tot", "naar", "to", "until"];

    private static readonly HashSet<string> Clauses = ["dat", "om", "that", "to"];

    private static readonly HashSet<string> Provisos = ["met", "with", "onder", "subject"];

    public static IReadOnlyList<FoundDecision> Find(ItemScene scene)
    {
        var found = new List<FoundDecision>();
        var previous = -1;
        foreach (var sentence in scene.Sentences)
        {
            var outcomes = OutcomeCues.Find(scene.Cues, sentence);
            for (var i = 0; i < outcomes.Count; i++)
            {
                if (ByChair.Contains(outcomes[i].Outcome) && scene.IsNotChair(sentence))
                    continue;
                // Of two outcomes in one sentence each has the numbers that follow it.
                var from = outcomes.Count == 1 ? 0 : outcomes[i].Match.First;
                var to = i + 1 < outcomes.Count ? outcomes[i + 1].Match.First : sentence.Tokens.Count;
                var said = VoteCues.In(scene.Cues, [.. sentence.Tokens.Skip(from).Take(to - from)], scene.Language, sentence.Segments);
                var votes = outcomes[i].Outcome is Outcome.Adopted or Outcome.AdoptedAmended or Outcome.Rejected
                    ? said.Or(VoteCues.Before(scene, sentence.Index, previous)) : said;
                var (kind, numbers) = MotionNumber.List(sentence, OutcomeCues.ClauseStart(sentence, from), outcomes[i].Match.End);
                if (kind is null)
                    (kind, numbers) = MotionNumber.List(sentence, i == 0 ? 0 : from, outcomes[i].Match.End);
                if (kind is not null && numbers.Count > 1 && IsPlural(sentence, outcomes[i].Match))
                {
                    // "De amendementen J.A, J.B en J.C zijn ingetrokken": one outcome for each of them.
                    found.AddRange(numbers.Select(number => Make(
                        scene, sentence, outcomes[i], DecisionSubject.Numbered(scene.Language, kind, number), [], votes, votesInSentence: !said.IsEmpty, ofMany: true)));
                    continue;
                }
                var (subject, announced) = DecisionSubject.Of(sentence, outcomes[i]).Announced(scene, i == 0 ? 0 : outcomes[i - 1].Match.End, outcomes[i], sentence.Index, i == 0 ? previous : sentence.Index);
                found.Add(Make(scene, sentence, outcomes[i], subject, announced, votes, votesInSentence: !said.IsEmpty));
            }
            if (outcomes.Count > 0)
                previous = sentence.Index;
        }
        return WithoutRepetitions(found);
    }

    private static FoundDecision Make(
        ItemScene scene, Sentence sentence, OutcomeMatch outcome, DecisionSubject subject, IReadOnlyList<int> announced, Votes votes, bool votesInSentence, bool ofMany = false)
    {
        var decision = new Decision
        {
            Text = ofMany ? Fixed(scene.Language, sentence, outcome, subject, plural: false, votes, "") : Formula(scene, sentence, outcome, subject, votes, votesInSentence),
            Evidence = [.. sentence.Segments.Union(votes.Segments).Union(announced).Order()],
            Origin = Origin.Cue,
            Outcome = outcome.Outcome,
            VotesFor = votes.For,
            VotesAgainst = votes.Against,
            Abstained = votes.Abstained,
            Unanimous = votes.Unanimous,
        };
        return new FoundDecision(decision, subject);
    }

    private static string Formula(ItemScene scene, Sentence sentence, OutcomeMatch outcome, DecisionSubject subject, Votes votes, bool votesInSentence)
    {
        var language = scene.Language;
        var match = outcome.Match;
        var start = OutcomeCues.ClauseStart(sentence, match.First);
        // "We spreken af dat…" is told as "Besloten is dat…"; "het college besluit de huur te verhogen" is good as it stands.
        if (match.Rest is { } rest)
        {
            return Clauses.Contains(sentence.Tokens[rest].Norm)
                ? MinutesTexts.Say(language, "decision.rest", sentence.Slice(rest, sentence.Tokens.Count))
                : Capital(sentence.Slice(start, sentence.Tokens.Count)) + ".";
        }
        // A proviso ("met die wijziging is het verslag vastgesteld") belongs to the decision: then the words themselves are best.
        if (Provisos.Contains(sentence.Tokens[0].Norm) && match.First is > 0 and <= LongestProviso
            && VoteCues.In(scene.Cues, [.. sentence.Tokens.Take(match.First)], language, []).IsEmpty)
            return sentence.Slice(0, sentence.Tokens.Count) + ".";
        // "De motie haalt het niet", "ik trek de motie in": no formula is truer than these words.
        if (!DecisionSubject.IsPassive(sentence, outcome) && !IsBare(language, sentence, outcome))
            return Capital(sentence.Slice(start, ClauseEnd(sentence, match.End))) + (votesInSentence ? "" : VoteText(language, votes)) + ".";
        var tail = match.End < sentence.Tokens.Count && Until.Contains(sentence.Tokens[match.End].Norm)
            ? " " + sentence.Slice(match.End, sentence.Tokens.Count) : "";
        return Fixed(language, sentence, outcome, subject, IsPlural(sentence, match), votes, tail);
    }

    private static string Fixed(string language, Sentence sentence, OutcomeMatch outcome, DecisionSubject subject, bool plural, Votes votes, string tail)
    {
        var verb = Verb(language, outcome, sentence, OutcomeCues.ClauseStart(sentence, outcome.Match.First));
        var text = subject.Text is null
            ? Capital(verb)
            : $"{Capital(subject.Text)} {MinutesTexts.Say(language, plural ? "decision.are" : "decision.is")} {verb}";
        return text + VoteText(language, votes) + tail + ".";
    }

    /// <summary>The verb that was used, if it is one of the fixed ones; otherwise the usual one.</summary>
    private static string Verb(string language, OutcomeMatch outcome, Sentence sentence, int start)
    {
        var verbs = MinutesTexts.Say(language, "outcome." + Cues.OutcomeNames.Of(outcome.Outcome)).Split('|');
        if (outcome.Outcome == Outcome.Rejected && sentence.Tokens.Skip(start).Take(outcome.Match.End - start).Any(token => token.Norm is "niet" or "not"))
            return verbs[0];
        var spoken = sentence.Tokens.Skip(start).Take(outcome.Match.End - start).Select(token => token.Sound).ToHashSet();
        return verbs.FirstOrDefault(verb => Tokens.Of(verb).All(token => spoken.Contains(token.Sound))) ?? verbs[0];
    }

    private static string VoteText(string language, Votes votes)
    {
        string Counted(string key, int? number) =>
            number is null ? "" : MinutesTexts.Say(language, number == 1 ? key + ".one" : key, number);
        var text = (votes.For, votes.Against) switch
        {
            (not null, not null) => Counted("votes.for", votes.For) + MinutesTexts.Say(language, "votes.and", votes.Against),
            (not null, null) => Counted("votes.for", votes.For),
            (null, not null) => Counted("votes.against", votes.Against),
            _ => votes.Unanimous ? MinutesTexts.Say(language, "votes.unanimous") : "",
        };
        return text + Counted("votes.abstained", votes.Abstained);
    }

    /// <summary>Where the clause of a phrase ends: at a comma, or with the sentence.</summary>
    private static int ClauseEnd(Sentence sentence, int end)
    {
        while (end < sentence.Tokens.Count && !sentence.Text.AsSpan(sentence.Tokens[end - 1].End, sentence.Tokens[end].Start - sentence.Tokens[end - 1].End).ContainsAny(",;:"))
            end++;
        return end;
    }

    /// <summary>"Unaniem aangenomen": an outcome without a verb, for which the formula is written.</summary>
    private static bool IsBare(string language, Sentence sentence, OutcomeMatch outcome)
    {
        var last = sentence.Tokens[outcome.Match.End - 1].Norm;
        return outcome.Match.Rest is null && MinutesTexts.Say(language, "outcome." + Cues.OutcomeNames.Of(outcome.Outcome)).Split('|').Any(verb => Tokens.Norm(verb) == last);
    }

    private static bool IsPlural(Sentence sentence, Cues.CueMatch match) =>
        sentence.Tokens[match.First].Norm is "zijn" or "worden" or "are";

    private static string Capital(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    /// <summary>A chair often says a result twice in a row; that is one decision, with the votes of whichever names them.</summary>
    private static List<FoundDecision> WithoutRepetitions(List<FoundDecision> found)
    {
        var kept = new List<FoundDecision>();
        foreach (var next in found)
        {
            var last = kept.Count > 0 ? kept[^1] : null;
            var same = last is not null && last.Decision.Outcome == next.Decision.Outcome && last.Subject.Kind == next.Subject.Kind
                && last.Subject.Number == next.Subject.Number && next.Decision.Evidence[0] - last.Decision.Evidence[^1] <= 2
                && (last.Decision.VotesFor is null || next.Decision.VotesFor is null || last.Decision.VotesFor == next.Decision.VotesFor)
                && (last.Subject.Text is null || next.Subject.Text is null || string.Equals(last.Subject.Text, next.Subject.Text, StringComparison.OrdinalIgnoreCase));
            if (!same)
                kept.Add(next);
            else if (last!.Decision.VotesFor is null && next.Decision.VotesFor is not null || last.Subject.Text is null && next.Subject.Text is not null)
                kept[^1] = next;
        }
        return kept;
    }
}

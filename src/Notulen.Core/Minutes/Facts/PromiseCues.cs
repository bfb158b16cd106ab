using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Values;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Finds commitments ("ik zeg toe dat…") and actions (who does what, by when).</summary>
internal static class PromiseCues
{
    private static readonly HashSet<string> Negations = ["niet", "geen", "nooit", "not", "never", "cannot"];
    private static readonly HashSet<string> FirstPerson = ["ik", "i", "ill"];
    private static readonly HashSet<string> FirstPersonWords = ["ik", "mij", "mijn", "wij", "we", "ons", "onze", "i", "my", "me", "our", "us", "ill"];
    private static readonly HashSet<string> Auxiliaries = ["zal", "ga", "will", "shall", "to", "ill"];
    private static readonly HashSet<string> Heralds = ["voor", "uiterlijk", "tot", "per", "op", "tegen", "before", "by", "until", "on", "than"];

    public static (IReadOnlyList<Commitment> Commitments, IReadOnlyList<ActionPoint> Actions) Find(ItemScene scene)
    {
        var commitments = new List<Commitment>();
        var actions = new List<ActionPoint>();
        foreach (var sentence in scene.Sentences)
        {
            if (Commitment(scene, sentence) is { } commitment)
                commitments.Add(commitment);
            else if (Action(scene, sentence) is { } action)
                actions.Add(action);
        }
        return (commitments, actions);
    }

    private static Commitment? Commitment(ItemScene scene, Sentence sentence)
    {
        if (sentence.IsQuestion || CueBook.Find(scene.Cues.Commitment, sentence) is not { } match)
            return null;
        var cueEnd = match.Rest ?? match.End;
        var cue = sentence.Tokens.Skip(match.First).Take(cueEnd - match.First).ToList();
        if (cue.Any(token => Negations.Contains(token.Norm)))
            return null;
        var who = Who(scene, sentence, match, cue);
        var previous = sentence.Index > 0 ? scene.Sentences[sentence.Index - 1] : null;
        // "Dat zeg ik toe": what is promised stands in the sentence before.
        if (match.Rest is null && previous is not null)
            return Made(scene, who, $"{previous.Text} {sentence.Text}", [.. previous.Segments.Union(sentence.Segments)], quoted: true);
        var rest = match.Rest is { } first ? sentence.Tokens.Skip(first).ToList() : [];
        var reported = rest.Count > 0 && rest[0].Norm is "dat" or "om" or "that" or "to" && !rest.Any(token => FirstPersonWords.Contains(token.Norm));
        return Made(scene, who, reported ? sentence.Slice(match.Rest!.Value, sentence.Tokens.Count) : sentence.Text, sentence.Segments, quoted: !reported);
    }

    private static Commitment Made(ItemScene scene, string? who, string what, IReadOnlyList<int> evidence, bool quoted)
    {
        var key = (quoted ? "commitment.quoted" : "commitment.reported") + (who is null ? ".unknown" : "");
        return new Commitment { Text = MinutesTexts.Say(scene.Language, key, what, who), Evidence = evidence, Origin = Origin.Cue, Who = who };
    }

    private static ActionPoint? Action(ItemScene scene, Sentence sentence)
    {
        var certain = CueBook.Find(scene.Cues.Action, sentence);
        var match = certain ?? CueBook.Find(Nearest(scene, sentence), sentence);
        if (match is null || certain is null && !HasDeadline(scene, sentence) || IsConditional(scene, sentence, match))
            return null;
        var cue = sentence.Tokens.Skip(match.First).Take((match.Rest ?? match.End) - match.First).ToList();
        if (cue.Any(token => Negations.Contains(token.Norm)))
            return null;
        var who = Who(scene, sentence, match, cue);
        // A question puts somebody to work only when it is clear who.
        if (sentence.IsQuestion && (who = scene.Roster.Mentions(sentence).FirstOrDefault()?.Name) is null)
            return null;
        var due = DueDate(scene, sentence);
        var what = What(sentence, match, cue, due?.Range);
        var text = match.Name is null && who is not null ? $"{who}: {what}" : what;
        if (due is not null)
            text += MinutesTexts.Say(scene.Language, "action.due", due.Value.Date.ToString("d MMMM yyyy", MinutesTexts.Culture(scene.Language)));
        return new ActionPoint { Text = text, Evidence = sentence.Segments, Origin = Origin.Cue, Who = who, What = what, Due = due?.Date };
    }

    /// <summary>"Als het doorgaat, stuur ik…" and "ik zou graag willen dat…" put nobody to work.</summary>
    private static bool IsConditional(ItemScene scene, Sentence sentence, CueMatch match)
    {
        var start = OutcomeCues.ClauseStart(sentence, match.First);
        return CueBook.Find(scene.Cues.NoDecision, [.. sentence.Tokens.Skip(start).Take(match.First - start)], scene.Language) is not null;
    }

    /// <summary>Of several things that somebody will do in one sentence, the one nearest before the deadline.</summary>
    private static IReadOnlyList<CuePhrase> Nearest(ItemScene scene, Sentence sentence)
    {
        var matches = scene.Cues.Intention.Select(phrase => (phrase, match: phrase.Find(sentence))).Where(pair => pair.match is not null).ToList();
        if (matches.Count == 0)
            return [];
        var named = matches.Where(pair => pair.match!.Name is not null).ToList();
        var chosen = named.Count > 0 ? named[0] : matches.MinBy(pair => pair.match!.First);
        return [chosen.phrase];
    }

    private static string? Who(ItemScene scene, Sentence sentence, CueMatch match, IReadOnlyList<Token> cue)
    {
        if (match.Name is { } range)
        {
            var said = scene.Roster.Mentions(sentence).FirstOrDefault(mention => mention.First >= range.Start.Value && mention.First < range.End.Value);
            return said?.Name ?? sentence.Slice(range.Start.Value, range.End.Value);
        }
        if (cue.Any(token => FirstPerson.Contains(token.Norm)))
            return sentence.Speaker;
        return scene.Roster.Mentions(sentence).FirstOrDefault(mention => mention.First >= match.First && mention.End <= (match.Rest ?? match.End))?.Name;
    }

    private static bool HasDeadline(ItemScene scene, Sentence sentence) =>
        DueDate(scene, sentence) is not null || CueBook.Find(scene.Cues.Deadline, sentence) is not null;

    /// <summary>The last date in the sentence that lies ahead and is announced as a term ("voor 9 november").</summary>
    private static (DateOnly Date, Range Range)? DueDate(ItemScene scene, Sentence sentence)
    {
        foreach (var value in DateReader.Read(sentence.Tokens, scene.Language).Reverse())
        {
            var first = value.First;
            while (first > 0 && sentence.Tokens[first - 1].Norm is "de" or "the" or "of" or "maandag" or "dinsdag" or "woensdag" or "donderdag" or "vrijdag"
                or "monday" or "tuesday" or "wednesday" or "thursday" or "friday")
                first--;
            if (first > 0 && Heralds.Contains(sentence.Tokens[first - 1].Norm) && value.After(scene.Date) is { } date && (scene.Date is null || date >= scene.Date))
                return (date, (first - 1)..value.End);
        }
        return null;
    }

    private static string What(Sentence sentence, CueMatch match, IReadOnlyList<Token> cue, Range? due)
    {
        var first = match.First;
        if (match.Name is null && cue.Count <= 4 && cue.Any(token => Auxiliaries.Contains(token.Norm)))
            first = match.Rest ?? match.End;
        var end = sentence.Tokens.Count;
        if (due is { } range && range.End.Value == end && range.Start.Value > first)
            end = range.Start.Value;
        return first < end ? sentence.Slice(first, end) : sentence.Text;
    }
}

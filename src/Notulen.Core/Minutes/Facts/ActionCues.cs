using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Values;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Finds actions: who does what, by when.</summary>
internal static class ActionCues
{
    private static readonly HashSet<string> Negations = ["niet", "geen", "nooit", "not", "never", "cannot", "no"];
    private static readonly HashSet<string> Heralds = ["voor", "uiterlijk", "tot", "per", "op", "tegen", "before", "by", "until", "on", "than"];
    private static readonly HashSet<string> Conditions = ["als", "indien", "mocht", "tenzij", "if", "unless"];
    private static readonly HashSet<string> ClauseBeginnings = ["dat", "om", "that", "maar", "but"];

    public static ActionPoint? Find(ItemScene scene, Sentence sentence)
    {
        var certain = CueBook.Find(scene.Cues.Action, sentence);
        var match = certain ?? Nearest(scene, sentence);
        if (match is null || Quoted.Contains(sentence, match.First) || IsConditional(scene, sentence, match) || IsDenied(sentence, match))
            return null;
        var due = DueDate(scene, sentence);
        if (certain is null && due is null && CueBook.Find(scene.Cues.Deadline, sentence) is null)
            return null;
        var who = Owner.Of(scene, sentence, match)
            ?? (certain is null ? null : scene.Roster.Mentions(sentence).FirstOrDefault(mention => mention.First == match.End)?.Name);
        // A question puts somebody to work only when it is clear who.
        if (sentence.IsQuestion && (who = scene.Roster.Mentions(sentence).FirstOrDefault()?.Name) is null)
            return null;
        var told = ActionText.Tell(scene, sentence, match, who, due is { Date: not null } ? due.Value.Range : null);
        return new ActionPoint { Text = told.Text + Term(scene, due?.Date), Evidence = sentence.Segments, Origin = Origin.Cue, Who = who, What = told.What, Due = due?.Date };
    }

    private static string Term(ItemScene scene, DateOnly? due) => due is { } date
        ? MinutesTexts.Say(scene.Language, "action.due", date.ToString("d MMMM yyyy", MinutesTexts.Culture(scene.Language))) : "";

    /// <summary>"Als het doorgaat, stuur ik…" and "ik zou graag willen dat…" put nobody to work.</summary>
    private static bool IsConditional(ItemScene scene, Sentence sentence, CueMatch match)
    {
        if (match.First > 0 && Conditions.Contains(sentence.Tokens[0].Norm))
            return true;
        var start = OutcomeCues.ClauseStart(sentence, match.First);
        return CueBook.Find(scene.Cues.NoDecision, [.. sentence.Tokens.Skip(start).Take(match.First - start)], scene.Language) is not null;
    }

    /// <summary>"Ik stuur volgende week geen brief."</summary>
    private static bool IsDenied(Sentence sentence, CueMatch match) => sentence.Tokens.Skip(match.First)
        .TakeWhile((token, i) => i == 0 || !ClauseBeginnings.Contains(token.Norm) && !sentence.Text.AsSpan(0, token.Start).TrimEnd().EndsWith(","))
        .Any(token => Negations.Contains(token.Norm));

    /// <summary>Of several things that somebody will do in one sentence, one with a name, or else the first.</summary>
    private static CueMatch? Nearest(ItemScene scene, Sentence sentence)
    {
        var matches = scene.Cues.Intention.Select(phrase => phrase.Find(sentence)).OfType<CueMatch>().ToList();
        return matches.FirstOrDefault(match => match.Name is not null) ?? matches.MinBy(match => match.First);
    }

    /// <summary>
    /// The last date in the sentence that lies ahead and is announced as a term ("voor 9 november"). When the day of the meeting
    /// is unknown, a date without a year is a term all the same, but which day it is remains open.
    /// </summary>
    private static (DateOnly? Date, Range Range)? DueDate(ItemScene scene, Sentence sentence)
    {
        foreach (var value in DateReader.Read(sentence.Tokens, scene.Language).Reverse())
        {
            var first = value.First;
            while (first > 0 && sentence.Tokens[first - 1].Norm is "de" or "the" or "of" or "maandag" or "dinsdag" or "woensdag" or "donderdag" or "vrijdag"
                or "monday" or "tuesday" or "wednesday" or "thursday" or "friday")
                first--;
            if (first == 0 || !Heralds.Contains(sentence.Tokens[first - 1].Norm))
                continue;
            var date = value.After(scene.Date);
            if (date is null ? value.Year is null && scene.Date is null : scene.Date is null || date >= scene.Date)
                return (date, (first - 1)..value.End);
        }
        return null;
    }
}

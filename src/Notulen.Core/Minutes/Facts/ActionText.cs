using System.Globalization;
using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>
/// Puts an action in the third person where that is safe: "ik stuur de offertes rond" becomes "stuurt de offertes rond", "ik zal
/// de buurt informeren" becomes "de buurt informeren". Where more than the verb would have to change, the words are quoted.
/// </summary>
internal static class ActionText
{
    private static readonly HashSet<string> Selves = ["ik", "i"];
    private static readonly HashSet<string> Plain = ["zal", "will", "shall", "ill", "to"];
    private static readonly HashSet<string> Going = ["ga"];
    private static readonly HashSet<string> FirstPersonWords = ["ik", "mij", "me", "mijn", "mezelf", "wij", "we", "ons", "onze", "i", "my", "our", "us", "ill", "u", "uw", "jij", "je", "jullie", "you", "your"];

    /// <param name="scene">The item.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="match">The phrase that was found.</param>
    /// <param name="who">Who acts; null when unknown.</param>
    /// <param name="due">Where the date stands that is told apart; null when there is none.</param>
    /// <returns>What is to be done, and the same as a statement that can stand alone.</returns>
    public static (string What, string Text) Tell(ItemScene scene, Sentence sentence, CueMatch match, string? who, Range? due)
    {
        var end = due is { } range && range.End.Value == sentence.Tokens.Count && range.Start.Value > match.First ? range.Start.Value : sentence.Tokens.Count;
        if (match.Name is { } name)
        {
            var named = sentence.Slice(match.First, end);
            var first = name.End.Value;
            while (first < end && Plain.Contains(sentence.Tokens[first].Norm))
                first++;
            return (name.Start.Value == match.First && first < end ? sentence.Slice(first, end) : named, named);
        }
        return who is not null && ThirdPerson(scene, sentence, match, end) is { } told ? (told, $"{who}: {told}") : Quotation(sentence, who);
    }

    private static (string What, string Text) Quotation(Sentence sentence, string? who)
    {
        var quoted = $"“{sentence.Bare}”";
        return (quoted, who is null ? quoted : $"{who}: {quoted}");
    }

    private static string? ThirdPerson(ItemScene scene, Sentence sentence, CueMatch match, int end)
    {
        var cue = Owner.CueWords(sentence, match).ToList();
        var rest = match.Rest ?? match.End;
        if (!cue.Any(token => Selves.Contains(token.Norm) || token.Norm == "ill") || rest >= end
            || sentence.Tokens.Skip(rest).Take(end - rest).Any(token => FirstPersonWords.Contains(token.Norm)))
            return null;
        var text = sentence.Slice(rest, end);
        if (cue.All(token => Selves.Contains(token.Norm) || Plain.Contains(token.Norm)) || scene.Language == "en")
            return text;
        if (cue.Count != 2)
            return null;
        var verb = cue.First(token => !Selves.Contains(token.Norm)).Norm;
        // "Ik ga het uitzoeken" is told as "het uitzoeken"; "ik ga op vakantie" is not.
        if (Going.Contains(verb))
            return sentence.Tokens[end - 1].Norm.EndsWith('n') ? text : null;
        return string.Create(CultureInfo.InvariantCulture, $"{(verb.EndsWith('t') ? verb : verb + "t")} {text}");
    }
}

using System.Globalization;
using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.People;
using Notulen.Core.Minutes.Values;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Splitting;

/// <summary>Finds the sentences in which the chair may go to an agenda item.</summary>
internal sealed class AnnouncementFinder(CueBook cues, Roster roster, IReadOnlySet<string> letters)
{
    private const int WordsOfNextSentence = 12;
    private const int LatestStart = 4;

    // "Dan is nu aan de orde agendapunt 4."
    private const int LatestStartWithNumber = 8;
    private const int HighestNumber = 100;

    private static readonly HashSet<string> ItemWords = ["agendapunt", "punt", "agendanummer", "item"];

    /// <summary>One per sentence: with the cue that stands in it, or without.</summary>
    public IEnumerable<Announcement> Find(IReadOnlyList<Sentence> sentences)
    {
        var chair = ChairFinder.Find(sentences, cues, roster);
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            var byChair = chair is null || sentence.Speaker is null || sentence.Speaker == chair;
            // "Agendapunt H is van de agenda af" goes nowhere.
            var strength = CueBook.Find(cues.ItemOff, sentence) is not null ? 0 : sentence.IsQuestion ? 0.5 : 1;
            yield return Read(sentence, i + 1 < sentences.Count ? sentences[i + 1] : null, strength, byChair);
        }
    }

    private Announcement Read(Sentence sentence, Sentence? next, double strength, bool byChair)
    {
        // Recognition writes "Agenda. 4" for "agendapunt vier": the cue may run on into the next sentence.
        IReadOnlyList<Token> window = next is null ? sentence.Tokens : [.. sentence.Tokens, .. next.Tokens.Take(WordsOfNextSentence)];
        var match = CueBook.Find(cues.AgendaItem, window, sentence.Language);
        if (match is null || match.First >= sentence.Tokens.Count)
            return new Announcement(sentence, null, sentence.Tokens, "", strength, HasCue: false, byChair);
        var after = match.Rest ?? match.End;
        string? number = null;
        // "Aan de orde is agendapunt H": the number stands behind another word for the same.
        if (match.Numbers.Count == 0 && after + 1 < window.Count && ItemWords.Contains(window[after].Norm))
            after++;
        if (match.Numbers.Count > 0 && match.Numbers[0].Amount is > 0 and < HighestNumber)
        {
            number = match.Numbers[0].Amount.ToString(CultureInfo.InvariantCulture);
        }
        else if (after < window.Count && (letters.Count > 0 ? letters.Contains(window[after].Norm) : window[after] is { Text.Length: 1, IsCapitalised: true }))
        {
            // Items with letters: "agendapunt H".
            number = window[after].Norm;
            after++;
        }
        else if (after > 0 && after < window.Count && ItemWords.Contains(window[after - 1].Norm)
            && NumberReader.TryReadAt(window, after, sentence.Language, out var said) && said.Amount is > 0 and < HighestNumber)
        {
            number = said.Amount.ToString(CultureInfo.InvariantCulture);
            after = said.End;
        }
        var rest = sentence.Slice(Math.Min(after, sentence.Tokens.Count), sentence.Tokens.Count);
        return new Announcement(
            sentence, number, [.. window.Skip(after)], rest, strength * (match.First < (number is null ? LatestStart : LatestStartWithNumber) ? 1 : 0.6), HasCue: true, byChair);
    }
}

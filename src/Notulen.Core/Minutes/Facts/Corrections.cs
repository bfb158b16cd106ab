using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Finds what speakers took back: "Dat kost 128.000 euro. Pardon, dat zeg ik verkeerd. Het is 182.000 euro."</summary>
internal static class Corrections
{
    private const int MostSteps = 3;
    private const int ShortSentence = 6;

    /// <summary>Indexes of sentences that were corrected in the next sentence, with the index of that next sentence.</summary>
    public static IReadOnlyDictionary<int, int> Find(IReadOnlyList<Sentence> sentences, CueBook cues)
    {
        var corrected = new Dictionary<int, int>();
        for (var i = 1; i < sentences.Count; i++)
        {
            if (CueBook.Find(cues.Correction, sentences[i]) is null)
                continue;
            // "No, I'm sorry. Let me correct that." may take a short sentence more.
            var at = i - 1;
            while (at > 0 && i - at < MostSteps && !HasFigures(sentences[at]) && sentences[at].Tokens.Count <= ShortSentence)
                at--;
            // Only figures are at stake; "sorry, I mean that differently" leaves the words standing.
            if (sentences[at].Speaker == sentences[i].Speaker && HasFigures(sentences[at]))
                corrected.TryAdd(at, i);
        }
        return corrected;
    }

    private static bool HasFigures(Sentence sentence) => sentence.Numbers.Count > 0 || sentence.Tokens.Any(token => token.IsDigits);
}

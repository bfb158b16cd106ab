using System.Globalization;
using System.Text;
using Notulen.Core.Engines;

namespace Notulen.Core.Transcripts;

/// <summary>
/// Recognises text that the engine invented in silence: subtitle credits and farewells from its training data. A phrase
/// on the list is dropped only when the probabilities say so too, because people do say "dank u wel".
/// </summary>
/// <param name="phrases">The list, from the pipeline file.</param>
public sealed class InventedPhrases(IEnumerable<string> phrases)
{
    private const double DoubtfulSpeech = 0.3;
    private const double DoubtfulText = -0.6;
    private const double HopelessSpeech = 0.6;
    private const double HopelessText = -1.0;

    private readonly HashSet<string> _phrases = [.. phrases.Select(Plain).Where(phrase => phrase.Length > 0)];

    /// <summary>True when the segment should not be in the transcript.</summary>
    public bool Includes(RecognisedSegment segment)
    {
        var text = Plain(segment.Text);
        if (text.Length == 0)
            return true;
        if (segment.NoSpeechProbability > HopelessSpeech && segment.AverageLogProbability < HopelessText)
            return true;
        return _phrases.Contains(text)
            && (segment.NoSpeechProbability > DoubtfulSpeech || segment.AverageLogProbability < DoubtfulText);
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
                plain.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }
        return plain.ToString().Trim();
    }
}

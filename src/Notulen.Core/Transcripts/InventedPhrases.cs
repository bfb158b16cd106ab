using System.Globalization;
using System.Text;
using Notulen.Core.Engines;

namespace Notulen.Core.Transcripts;

/// <summary>
/// Recognises text that the engine invented in silence: subtitle credits and farewells from its training data. A phrase
/// on the list is dropped only when the probabilities say so too, because people do say "dank u wel".
/// </summary>
/// <param name="phrases">The list, from the pipeline file. A phrase that ends in "…" may go on with a few words: a name or a year.</param>
public sealed class InventedPhrases(IEnumerable<string> phrases)
{
    private const double DoubtfulSpeech = 0.3;
    private const double DoubtfulText = -0.6;
    private const double HopelessSpeech = 0.6;
    private const double HopelessText = -1.0;
    private const int LongestEnd = 6;

    private readonly List<(string Text, bool GoesOn)> _phrases =
        [.. phrases.Select(phrase => (Plain(phrase), phrase.TrimEnd().EndsWith('…'))).Where(phrase => phrase.Item1.Length > 0)];

    /// <summary>True when the segment should not be in the transcript.</summary>
    public bool Includes(RecognisedSegment segment)
    {
        var text = Plain(segment.Text);
        if (text.Length == 0 || IsNoise(segment.Text))
            return true;
        if (segment.NoSpeechProbability > HopelessSpeech && segment.AverageLogProbability < HopelessText)
            return true;
        return (segment.NoSpeechProbability > DoubtfulSpeech || segment.AverageLogProbability < DoubtfulText)
            && _phrases.Exists(phrase => Matches(text, phrase.Text, phrase.GoesOn));
    }

    private static bool Matches(string text, string phrase, bool goesOn) =>
        text == phrase
        || (goesOn && text.StartsWith(phrase + ' ', StringComparison.Ordinal) && text.AsSpan(phrase.Length + 1).Count(' ') < LongestEnd);

    // "[Muziek]", "(applaus)", "*kucht*": what is heard, but not said.
    private static bool IsNoise(string text)
    {
        var bare = text.Trim().TrimEnd('.');
        return bare.Length > 2 && (bare[0], bare[^1]) is ('[', ']') or ('(', ')') or ('*', '*') or ('♪', '♪')
            && bare.AsSpan(1, bare.Length - 2).IndexOfAny("[](),.") < 0;
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

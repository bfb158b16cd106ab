using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Notulen.Core.Minutes.Words;

/// <summary>Cuts a text into words, numbers ("182.000", "19:30", "6th") and the signs € and %.</summary>
public static partial class Tokens
{
    public static Token[] Of(string text)
    {
        var matches = Pattern().Matches(text);
        var tokens = new Token[matches.Count];
        for (var i = 0; i < tokens.Length; i++)
        {
            var match = matches[i];
            var norm = Norm(match.Value);
            tokens[i] = new Token(match.Value, norm, Sounds.Key(norm), match.Index);
        }
        return tokens;
    }

    /// <summary>Lower case, without accents and apostrophes.</summary>
    public static string Norm(string word)
    {
        if (Ascii.IsValid(word) && !word.Contains('\''))
            return word.ToLowerInvariant();
        var result = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
        {
            if (letter is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                result.Append(char.ToLowerInvariant(letter));
        }
        return result.ToString();
    }

    [GeneratedRegex(@"\d+(?:[.,:]\d+)*(?:ste|de|st|nd|rd|th|e)?(?![\p{L}\p{M}])|\d+(?:[.,:]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)*|[€%]")]
    private static partial Regex Pattern();
}

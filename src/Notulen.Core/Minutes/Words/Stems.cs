namespace Notulen.Core.Minutes.Words;

/// <summary>Light stemming of Dutch and English words: enough to see that "bomen" and "boom", "renovatie" and "renoveren" are kin.</summary>
public static class Stems
{
    private static readonly string[] DutchEndings =
        ["heden", "ingen", "aties", "atie", "eren", "eert", "eerd", "ende", "tjes", "ing", "tje", "en", "es", "je", "de", "te", "e", "s", "t", "d"];

    private static readonly string[] EnglishEndings =
        ["ations", "ation", "ments", "ment", "ings", "ing", "edly", "ies", "ied", "ed", "es", "ly", "s", "e", "y"];

    /// <param name="norm">A word in lower case without accents.</param>
    /// <param name="language">"nl" or "en".</param>
    public static string Of(string norm, string language)
    {
        if (norm.Length < 4 || char.IsAsciiDigit(norm[0]))
            return Sounds.Key(norm);
        var dutch = language != "en";
        var word = norm;
        if (dutch && word.Length > 6 && word.StartsWith("ge", StringComparison.Ordinal) && (word.EndsWith('d') || word.EndsWith('t') || word.EndsWith("en", StringComparison.Ordinal)))
            word = word[2..];
        foreach (var ending in dutch ? DutchEndings : EnglishEndings)
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                word = word[..^ending.Length];
                break;
            }
        }
        return Sounds.Key(word);
    }

    /// <summary>Whether two stems belong together: equal, one a long part of the other (compounds), or a long common beginning.</summary>
    public static bool AreKin(string a, string b)
    {
        if (a == b)
            return true;
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (shorter.Length >= 5 && (longer.StartsWith(shorter, StringComparison.Ordinal) || longer.EndsWith(shorter, StringComparison.Ordinal)))
            return true;
        if (shorter.Length >= 4 && longer.Length <= shorter.Length + 2 && longer.StartsWith(shorter, StringComparison.Ordinal))
            return true;
        var common = 0;
        while (common < shorter.Length && shorter[common] == longer[common])
            common++;
        return common >= 6 && common >= longer.Length * 0.6;
    }
}

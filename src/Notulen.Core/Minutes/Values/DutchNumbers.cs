namespace Notulen.Core.Minutes.Values;

/// <summary>Dutch numbers written as one word: "drieentwintig", "honderdtweeentachtigduizend" (accents already removed).</summary>
internal static class DutchNumbers
{
    private static readonly Dictionary<string, int> Small = Table(
        "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien", 0, 1);

    private static readonly Dictionary<string, int> Tens = Table("twintig dertig veertig vijftig zestig zeventig tachtig negentig", 20, 10);

    /// <summary>"entwintig" for 20, and so on.</summary>
    private static readonly (string Ending, int Amount)[] Endings = [.. Tens.Select(ten => ("en" + ten.Key, ten.Value))];

    private static readonly Dictionary<string, int> Ordinals = Table(
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde", 1, 1);

    /// <summary>Words that count up from a number.</summary>
    internal static Dictionary<string, int> Table(string words, int first, int step) =>
        words.Split(' ').Select((word, index) => (word, value: first + index * step)).ToDictionary(pair => pair.word, pair => pair.value);

    public static bool TryOrdinal(string word, out decimal value)
    {
        value = 0;
        if (Ordinals.TryGetValue(word, out var small))
            value = small;
        else if (word.EndsWith("ste", StringComparison.Ordinal) && TryParse(word[..^3], out var large))
            value = large;
        else if (word.EndsWith("de", StringComparison.Ordinal) && TryParse(word[..^2], out large))
            value = large;
        return value > 0;
    }

    public static bool TryParse(string word, out long value)
    {
        value = 0;
        if (word.Length is 0 or > 60)
            return false;
        var split = word.IndexOf("duizend", StringComparison.Ordinal);
        if (split < 0)
            return TryHundreds(word, out value);
        long thousands = 1;
        if (split > 0 && !TryHundreds(word[..split], out thousands))
            return false;
        var rest = word[(split + "duizend".Length)..];
        if (rest.StartsWith("en", StringComparison.Ordinal))
            rest = rest[2..];
        if (!TryHundreds(rest, out var ones) && rest.Length > 0)
            return false;
        value = thousands * 1000 + ones;
        return true;
    }

    private static bool TryHundreds(string word, out long value)
    {
        var split = word.IndexOf("honderd", StringComparison.Ordinal);
        if (split < 0)
            return TryTens(word, out value);
        value = 0;
        long hundreds = 1;
        if (split > 0 && !TryTens(word[..split], out hundreds))
            return false;
        var rest = word[(split + "honderd".Length)..];
        if (rest.StartsWith("en", StringComparison.Ordinal))
            rest = rest[2..];
        if (!TryTens(rest, out var ones) && rest.Length > 0)
            return false;
        value = hundreds * 100 + ones;
        return true;
    }

    private static bool TryTens(string word, out long value)
    {
        value = 0;
        if (Small.TryGetValue(word, out var small) || Tens.TryGetValue(word, out small))
        {
            value = small;
            return true;
        }
        foreach (var (ending, amount) in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && Small.TryGetValue(word[..^ending.Length], out var unit) && unit is > 0 and < 10)
            {
                value = amount + unit;
                return true;
            }
        }
        return false;
    }
}

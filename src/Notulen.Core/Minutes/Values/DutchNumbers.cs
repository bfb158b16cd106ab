namespace Notulen.Core.Minutes.Values;

/// <summary>Dutch numbers written as one word: "drieentwintig", "honderdtweeentachtigduizend" (accents already removed).</summary>
internal static class DutchNumbers
{
    private static readonly Dictionary<string, int> Small = new()
    {
        ["nul"] = 0, ["een"] = 1, ["twee"] = 2, ["drie"] = 3, ["vier"] = 4, ["vijf"] = 5, ["zes"] = 6, ["zeven"] = 7, ["acht"] = 8,
        ["negen"] = 9, ["tien"] = 10, ["elf"] = 11, ["twaalf"] = 12, ["dertien"] = 13, ["veertien"] = 14, ["vijftien"] = 15,
        ["zestien"] = 16, ["zeventien"] = 17, ["achttien"] = 18, ["negentien"] = 19,
    };

    private static readonly Dictionary<string, int> Tens = new()
    {
        ["twintig"] = 20, ["dertig"] = 30, ["veertig"] = 40, ["vijftig"] = 50, ["zestig"] = 60, ["zeventig"] = 70, ["tachtig"] = 80, ["negentig"] = 90,
    };

    private static readonly Dictionary<string, int> Ordinals = new()
    {
        ["eerste"] = 1, ["tweede"] = 2, ["derde"] = 3, ["vierde"] = 4, ["vijfde"] = 5, ["zesde"] = 6, ["zevende"] = 7, ["achtste"] = 8,
        ["negende"] = 9, ["tiende"] = 10, ["elfde"] = 11, ["twaalfde"] = 12,
    };

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
        foreach (var (ten, amount) in Tens)
        {
            if (word.EndsWith("en" + ten, StringComparison.Ordinal) && Small.TryGetValue(word[..^(ten.Length + 2)], out var unit) && unit is > 0 and < 10)
            {
                value = amount + unit;
                return true;
            }
        }
        return false;
    }
}

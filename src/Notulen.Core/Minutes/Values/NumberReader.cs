using System.Globalization;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Values;

/// <summary>Finds numbers, amounts of money, percentages and ordinals, in digits or words, in Dutch and English.</summary>
public static class NumberReader
{
    private static readonly Dictionary<string, decimal> Scales = Scale("honderd hundred", 100)
        .Concat(Scale("duizend thousand", 1000)).Concat(Scale("miljoen million mln", 1_000_000)).Concat(Scale("miljard billion mld", 1_000_000_000)).ToDictionary();

    private static readonly HashSet<string> MoneyWords = ["€", "euro", "euros", "eur"];
    private static readonly HashSet<string> PercentWords = ["%", "procent", "percent"];

    public static IReadOnlyList<SpokenValue> Read(IReadOnlyList<Token> tokens, string language)
    {
        var values = new List<SpokenValue>();
        for (var i = 0; i < tokens.Count;)
        {
            if (!TryReadAt(tokens, i, language, out var value))
            {
                i++;
                continue;
            }
            values.Add(value);
            i = value.End;
        }
        return values;
    }

    /// <summary>The number that starts at a token, with its scale and unit.</summary>
    public static bool TryReadAt(IReadOnlyList<Token> tokens, int first, string language, out SpokenValue value)
    {
        value = default;
        var at = first;
        var euro = tokens[at].Norm == "€";
        if (euro && ++at == tokens.Count)
            return false;
        if (!TryPlain(tokens, ref at, language, out var amount, out var ordinal))
            return false;
        if (ordinal)
        {
            value = new SpokenValue(ValueKind.Ordinal, amount, first, at);
            return !euro;
        }
        if (TryFraction(tokens, ref at, amount, language, out var fraction))
            amount = fraction;
        while (at < tokens.Count && Scales.TryGetValue(tokens[at].Norm, out var scale) && scale > 1)
        {
            amount *= scale;
            at++;
        }
        var kind = euro ? ValueKind.Money : ValueKind.Number;
        if (at < tokens.Count && MoneyWords.Contains(tokens[at].Norm))
        {
            kind = ValueKind.Money;
            at++;
        }
        else if (at < tokens.Count && PercentWords.Contains(tokens[at].Norm))
        {
            kind = ValueKind.Percent;
            at++;
        }
        else if (at + 1 < tokens.Count && tokens[at].Norm == "per" && tokens[at + 1].Norm == "cent")
        {
            kind = ValueKind.Percent;
            at += 2;
        }
        value = new SpokenValue(kind, amount, first, at);
        return true;
    }

    private static bool TryPlain(IReadOnlyList<Token> tokens, ref int at, string language, out decimal amount, out bool ordinal)
    {
        ordinal = false;
        var norm = tokens[at].Norm;
        if (tokens[at].IsDigits)
            return TryDigits(tokens, ref at, out amount, out ordinal);
        if (norm is "anderhalf" or "anderhalve")
            return Take(1.5m, ref at, out amount);
        if (norm is "half" or "halve" && at + 1 < tokens.Count && Scales.ContainsKey(tokens[at + 1].Norm))
            return Take(0.5m, ref at, out amount);
        if (language == "en")
            return TryEnglish(tokens, ref at, out amount, out ordinal);
        // "een" is nearly always the article; the accent, or a unit right behind it, makes it a number.
        if (norm == "een" && !tokens[at].Text.Contains('é') && !(at + 1 < tokens.Count && (Scales.ContainsKey(tokens[at + 1].Norm) || MoneyWords.Contains(tokens[at + 1].Norm) || tokens[at + 1].Norm is "en" or "procent")))
        {
            amount = 0;
            return false;
        }
        return TryDutch(tokens, ref at, out amount, out ordinal);
    }

    private static bool TryDutch(IReadOnlyList<Token> tokens, ref int at, out decimal amount, out bool ordinal)
    {
        amount = 0;
        ordinal = false;
        var joined = "";
        var best = 0;
        for (var i = at; i < tokens.Count && i < at + 8 && (i == at || tokens[i].Norm.Length > 1); i++)
        {
            joined += tokens[i].Norm;
            if (DutchNumbers.TryParse(joined, out var whole))
            {
                amount = whole;
                best = i + 1 - at;
            }
            else if (i == at && DutchNumbers.TryOrdinal(joined, out amount))
            {
                ordinal = true;
                at++;
                return true;
            }
        }
        at += best;
        return best > 0 && !(best == 1 && tokens[at - 1].Norm == "een" && !tokens[at - 1].Text.Contains('é') && (at == tokens.Count || tokens[at].Norm == "en"));
    }

    private static bool TryEnglish(IReadOnlyList<Token> tokens, ref int at, out decimal amount, out bool ordinal)
    {
        ordinal = EnglishNumbers.TryOrdinal(tokens[at].Norm, out amount);
        if (ordinal)
            return Take(amount, ref at, out amount);
        var start = at;
        if (tokens[at].Norm == "a" && at + 1 < tokens.Count && Scales.ContainsKey(tokens[at + 1].Norm))
            return Take(1, ref at, out amount);
        var used = EnglishNumbers.Read(i => tokens[start + i].Norm, Math.Min(12, tokens.Count - start), out amount);
        at += used;
        return used > 0;
    }

    private static bool TryDigits(IReadOnlyList<Token> tokens, ref int at, out decimal amount, out bool ordinal)
    {
        var text = tokens[at].Text;
        var digits = text.TrimEnd([.. "estndrhSTNDRHE"]);
        ordinal = digits.Length < text.Length;
        amount = 0;
        if (digits.Contains(':'))
            return false;
        at++;
        var groups = digits.Split('.', ',');
        if (groups.Length > 1 && groups[0].Length <= 3 && groups[0] != "0" && groups.Skip(1).All(group => group.Length == 3))
            return decimal.TryParse(string.Concat(groups), NumberStyles.None, CultureInfo.InvariantCulture, out amount);
        if (groups.Length == 1)
        {
            // "182 000" as some engines write it
            while (!ordinal && digits.Length <= 9 && at < tokens.Count && tokens[at].Text is "000")
            {
                digits += "000";
                at++;
            }
            return decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out amount);
        }
        if (groups.Length == 2)
            return decimal.TryParse(groups[0] + "." + groups[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
        // "182.000,50": the last group is the fraction.
        return groups[1..^1].All(group => group.Length == 3)
            && decimal.TryParse(string.Concat(groups[..^1]) + "." + groups[^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
    }

    /// <summary>"twee komma vijf miljoen", "one point two million", "drie en een half miljoen", "two and a half million".</summary>
    private static bool TryFraction(IReadOnlyList<Token> tokens, ref int at, decimal whole, string language, out decimal amount)
    {
        amount = whole + 0.5m;
        if (at + 3 < tokens.Count && tokens[at].Norm is "en" or "and" && tokens[at + 1].Norm is "een" or "a" && tokens[at + 2].Norm is "half" or "halve"
            && Scales.ContainsKey(tokens[at + 3].Norm))
        {
            at += 3;
            return true;
        }
        if (at + 1 >= tokens.Count || tokens[at].Norm is not ("komma" or "point") || whole >= 1000)
            return false;
        var next = at + 1;
        if (!TryPlain(tokens, ref next, language, out var tenths, out var ordinal) || ordinal || tenths is < 0 or >= 100)
            return false;
        amount = whole + tenths / (tenths < 10 ? 10 : 100);
        at = next;
        return true;
    }

    private static bool Take(decimal value, ref int at, out decimal amount)
    {
        amount = value;
        at++;
        return true;
    }

    private static Dictionary<string, decimal> Scale(string words, decimal amount) => words.Split(' ').ToDictionary(word => word, _ => amount);
}

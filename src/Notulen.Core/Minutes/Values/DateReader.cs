using System.Globalization;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Values;

/// <summary>Finds dates: "9 november", "tien december 2026", "October 6th", "the 6th of October", "14-10-2026", "2026-10-14".</summary>
public static class DateReader
{
    private static readonly string[] Dutch =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    private static readonly string[] English =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly Dictionary<string, int> BySound = Sounded();

    public static IReadOnlyList<SpokenValue> Read(IReadOnlyList<Token> tokens, string language)
    {
        var values = new List<SpokenValue>();
        for (var i = 0; i < tokens.Count;)
        {
            if (TryReadAt(tokens, i, language, out var value))
            {
                values.Add(value);
                i = value.End;
            }
            else
            {
                i++;
            }
        }
        return values;
    }

    public static bool TryReadAt(IReadOnlyList<Token> tokens, int first, string language, out SpokenValue value) =>
        TryDayFirst(tokens, first, language, out value)
        || TryMonthFirst(tokens, first, language, out value)
        || TryDigits(tokens, first, out value);

    private static bool TryDayFirst(IReadOnlyList<Token> tokens, int first, string language, out SpokenValue value)
    {
        value = default;
        if (!NumberReader.TryReadAt(tokens, first, language, out var day) || day.Kind is not (ValueKind.Number or ValueKind.Ordinal)
            || day.Amount is < 1 or > 31 || day.Amount % 1 != 0)
            return false;
        var at = day.End;
        if (at < tokens.Count && tokens[at].Norm is "of" or "van")
            at++;
        if (at >= tokens.Count || !IsMonth(tokens[at], out var month))
            return false;
        at++;
        var year = Year(tokens, ref at, language);
        value = SpokenValue.Date(year, month, (int)day.Amount, first, at);
        return true;
    }

    private static bool TryMonthFirst(IReadOnlyList<Token> tokens, int first, string language, out SpokenValue value)
    {
        value = default;
        if (!IsMonth(tokens[first], out var month) || first + 1 >= tokens.Count)
            return false;
        var at = first + 1;
        if (tokens[at].Norm == "the" && at + 1 < tokens.Count)
            at++;
        // Dutch says the day first; there only a year can follow ("maart 2027"), a date without a day.
        if (language == "en" && NumberReader.TryReadAt(tokens, at, language, out var day)
            && day.Kind is ValueKind.Number or ValueKind.Ordinal && day.Amount is >= 1 and <= 31 && day.Amount % 1 == 0)
        {
            at = day.End;
            var said = Year(tokens, ref at, language);
            value = SpokenValue.Date(said, month, (int)day.Amount, first, at);
            return true;
        }
        if (Year(tokens, ref at, language) is not { } year)
            return false;
        value = SpokenValue.Date(year, month, 0, first, at);
        return true;
    }

    /// <summary>Digits with hyphens arrive as three tokens without blanks between: "14-10-2026".</summary>
    private static bool TryDigits(IReadOnlyList<Token> tokens, int first, out SpokenValue value)
    {
        value = default;
        if (first + 2 >= tokens.Count || !tokens[first].IsDigits || tokens[first + 1].Start != tokens[first].End + 1 || tokens[first + 2].Start != tokens[first + 1].End + 1)
            return false;
        if (!Whole(tokens[first], out var a) || !Whole(tokens[first + 1], out var b) || !Whole(tokens[first + 2], out var c))
            return false;
        var (year, month, day) = a > 31 ? (a, b, c) : (c, b, a);
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day is < 1 or > 31)
            return false;
        value = SpokenValue.Date(year, month, day, first, first + 3);
        return true;
    }

    private static int? Year(IReadOnlyList<Token> tokens, ref int at, string language)
    {
        if (at >= tokens.Count || !NumberReader.TryReadAt(tokens, at, language, out var year)
            || year.Kind != ValueKind.Number || year.Amount is < 1900 or > 2200 || year.Amount % 1 != 0)
            return null;
        at = year.End;
        return (int)year.Amount;
    }

    /// <summary>Whether a word names a month, in Dutch or English.</summary>
    /// <param name="token">The word.</param>
    /// <param name="month">1 to 12; 0 when it does not.</param>
    public static bool IsMonth(Token token, out int month)
    {
        month = 0;
        // "may" the verb is far more common than the month; only the capital tells.
        if (token.Text is "may" or "march")
            return false;
        return BySound.TryGetValue(token.Sound, out month);
    }

    private static bool Whole(Token token, out int value) =>
        int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static Dictionary<string, int> Sounded()
    {
        var months = new Dictionary<string, int>();
        for (var i = 0; i < 12; i++)
        {
            months[Sounds.Key(Dutch[i])] = i + 1;
            months[Sounds.Key(English[i])] = i + 1;
        }
        return months;
    }
}

using System.Globalization;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Values;

/// <summary>Finds times of day: "19.30 uur", "half acht", "vijf over negen", "kwart voor tien", "half past seven", "nine o'clock".</summary>
public static class ClockReader
{
    private static readonly HashSet<string> Heralds = ["om", "is", "tot", "rond", "vanaf", "at", "until", "from", "by", "nu", "now"];

    /// <summary>Every time of day, in minutes after midnight as said (no guess about morning or evening).</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="language">"nl" or "en".</param>
    /// <param name="loose">Also "vijf over negen" without "om" or "het is" before it: wanted when a time is expected.</param>
    public static IReadOnlyList<SpokenValue> Read(IReadOnlyList<Token> tokens, string language, bool loose)
    {
        var values = new List<SpokenValue>();
        for (var i = 0; i < tokens.Count;)
        {
            var heralded = loose || i > 0 && Heralds.Contains(tokens[i - 1].Norm);
            if (TryReadAt(tokens, i, language, heralded, out var value))
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

    private static bool TryReadAt(IReadOnlyList<Token> tokens, int first, string language, bool heralded, out SpokenValue value) =>
        TryDigital(tokens, first, out value)
        || TryHalf(tokens, first, language, heralded, out value)
        || TryOffset(tokens, first, language, heralded, out value)
        || TryWholeHour(tokens, first, language, out value);

    private static bool TryDigital(IReadOnlyList<Token> tokens, int first, out SpokenValue value)
    {
        value = default;
        var parts = tokens[first].Text.Split(':', '.');
        if (parts.Length != 2 || parts[1].Length != 2 || parts[0].Length is 0 or > 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minute) || hour > 24 || minute > 59)
            return false;
        var end = first + 1;
        var hourWord = end < tokens.Count && tokens[end].Norm is "uur" or "hours";
        if (!tokens[first].Text.Contains(':') && !hourWord)
            return false;
        end += hourWord ? 1 : 0;
        HalfOfDay(tokens, ref end, ref hour);
        return Made(hour, minute, first, end, out value);
    }

    private static bool TryHalf(IReadOnlyList<Token> tokens, int first, string language, bool heralded, out SpokenValue value)
    {
        value = default;
        if (tokens[first].Norm != "half" || first + 1 >= tokens.Count)
            return false;
        var past = tokens[first + 1].Norm == "past";
        var at = past ? first + 2 : first + 1;
        if (!Hour(tokens, ref at, language, out var hour) || !(past || heralded || Follows(tokens, at, "uur")))
            return false;
        hour -= past ? 0 : 1;
        HalfOfDay(tokens, ref at, ref hour);
        return Made(hour, 30, first, at, out value);
    }

    /// <summary>"vijf over negen", "tien voor half acht", "kwart voor tien", "five minutes past nine", "a quarter to ten".</summary>
    private static bool TryOffset(IReadOnlyList<Token> tokens, int first, string language, bool heralded, out SpokenValue value)
    {
        value = default;
        var at = first;
        decimal minutes = 15;
        var quarter = tokens[at].Norm is "kwart" or "quarter";
        if (quarter)
            at++;
        else if (!NumberReader.TryReadAt(tokens, at, language, out var number) || number.Kind != ValueKind.Number || number.Amount is < 1 or > 29)
            return false;
        else
            (minutes, at) = (number.Amount, number.End);
        var spelled = at < tokens.Count && tokens[at].Norm is "minuten" or "minuut" or "minutes";
        at += spelled ? 1 : 0;
        if (at + 1 >= tokens.Count || !(heralded || quarter || spelled))
            return false;
        var sign = tokens[at++].Norm switch { "over" or "past" => 1, "voor" or "to" => -1, _ => 0 };
        var half = tokens[at].Norm == "half" ? -30 : 0;
        at += half < 0 ? 1 : 0;
        if (sign == 0 || !Hour(tokens, ref at, language, out var hour))
            return false;
        HalfOfDay(tokens, ref at, ref hour);
        return Made(hour, half + sign * (int)minutes, first, at, out value);
    }

    private static bool TryWholeHour(IReadOnlyList<Token> tokens, int first, string language, out SpokenValue value)
    {
        value = default;
        var at = first;
        if (!Hour(tokens, ref at, language, out var hour) || at >= tokens.Count)
            return false;
        if (tokens[at].Norm is "uur" or "oclock")
        {
            at++;
            var minute = 0;
            if (at < tokens.Count && NumberReader.TryReadAt(tokens, at, language, out var number) && number.Kind == ValueKind.Number && number.Amount is >= 1 and <= 59 && number.Amount % 1 == 0
                && (number.End == tokens.Count || tokens[number.End].Norm is not ("leden" or "stemmen")))
                (minute, at) = ((int)number.Amount, number.End);
            HalfOfDay(tokens, ref at, ref hour);
            return Made(hour, minute, first, at, out value);
        }
        return HalfOfDay(tokens, ref at, ref hour) && Made(hour, 0, first, at, out value);
    }

    private static bool Hour(IReadOnlyList<Token> tokens, ref int at, string language, out int hour)
    {
        hour = 0;
        if (at >= tokens.Count || !NumberReader.TryReadAt(tokens, at, language, out var number) || number.Kind != ValueKind.Number
            || number.Amount is < 0 or > 24 || number.Amount % 1 != 0)
        {
            // "een uur" is the article to the number reader
            if (at < tokens.Count && tokens[at].Norm == "een" && Follows(tokens, at + 1, "uur"))
            {
                hour = 1;
                at++;
                return true;
            }
            return false;
        }
        hour = (int)number.Amount;
        at = number.End;
        return true;
    }

    /// <summary>"pm", "p.m." and "am" after a time move it to its half of the day.</summary>
    private static bool HalfOfDay(IReadOnlyList<Token> tokens, ref int at, ref int hour)
    {
        var word = at < tokens.Count ? tokens[at].Norm : "";
        var two = at + 1 < tokens.Count ? word + tokens[at + 1].Norm : "";
        if (word is not ("am" or "pm") && two is not ("am" or "pm"))
            return false;
        at += word is "am" or "pm" ? 1 : 2;
        if ((word == "pm" || two == "pm") && hour < 12)
            hour += 12;
        return true;
    }

    private static bool Follows(IReadOnlyList<Token> tokens, int at, string word) => at < tokens.Count && tokens[at].Norm == word;

    private static bool Made(int hour, int minute, int first, int end, out SpokenValue value)
    {
        value = new SpokenValue(ValueKind.Time, (hour * 60 + minute + 1440) % 1440, first, end);
        return true;
    }
}

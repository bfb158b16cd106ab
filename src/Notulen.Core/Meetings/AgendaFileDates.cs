using System.Globalization;
using System.Text.RegularExpressions;

namespace Notulen.Core.Meetings;

/// <summary>Dates and times as people write them in the Netherlands, and as programs do.</summary>
internal static partial class AgendaFileDates
{
    private static readonly string[] Numeric = ["d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy/M/d"];
    private static readonly string[] Written = ["d MMMM yyyy", "dddd d MMMM yyyy", "d MMM yyyy"];
    private static readonly string[] EnglishOnly = ["MMMM d, yyyy", "MMMM d yyyy", "dddd, d MMMM yyyy", "dddd, MMMM d, yyyy"];
    private static readonly string[] Times = ["H:mm", "H:mm:ss", "H.mm", "H'u'mm", "H'h'mm", "h:mm tt", "h tt", "h.mm tt"];
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"2026-10-14" (also with a time after it), "14-10-2026", "14 oktober 2026", "woensdag 14 oktober 2026", "14 October 2026".</summary>
    public static DateOnly? Date(string text)
    {
        text = Blanks().Replace(text.Trim(), " ");
        if (Iso().Match(text) is { Success: true } iso)
            text = iso.Groups[1].Value;
        if (TryDate(text, ["yyyy-M-d", .. Numeric], CultureInfo.InvariantCulture) is { } numeric)
            return numeric;
        return TryDate(text, Written, Dutch) ?? TryDate(text, [.. Written, .. EnglishOnly], English)
            ?? TryDate(text, [.. Written, .. EnglishOnly], CultureInfo.InvariantCulture);
    }

    /// <summary>"19:30", "19.30 uur", "19u30", "7:30 pm".</summary>
    public static TimeOnly? Time(string text)
    {
        text = Hour().Replace(text.Trim(), "");
        return TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var time) ? time : null;
    }

    private static DateOnly? TryDate(string text, string[] formats, CultureInfo culture) =>
        DateOnly.TryParseExact(text, formats, culture, DateTimeStyles.AllowWhiteSpaces, out var date) ? date : null;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(\d{4}-\d{1,2}-\d{1,2})(?:[T ]\d.*)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"\s*(?:uur|u|h|hrs)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Hour();
}

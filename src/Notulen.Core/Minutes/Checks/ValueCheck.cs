using System.Globalization;
using Notulen.Core.Minutes.Values;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Checks;

/// <summary>Every number, amount, percentage, date, weekday and time of a statement must be in its evidence, however it was spoken.</summary>
internal sealed class ValueCheck(string language, DateOnly? meeting)
{
    private static readonly HashSet<string> Weekdays =
    [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ];

    private static readonly HashSet<string> Currencies = ["euro", "euros", "pond", "ponden", "pound", "pounds", "dollar", "dollars", "gulden"];

    private static readonly HashSet<string> Periods = ["week", "weken", "maand", "maanden", "jaar", "jaren", "kwartaal", "weeks", "month", "months", "year", "years", "quarter"];

    private static readonly Dictionary<decimal, string[]> SmallWords = new()
    {
        [0] = ["geen", "niemand", "nul", "no", "none", "nobody"],
        [1] = ["een", "a", "an", "one"],
    };

    public Finding? Check(IReadOnlyList<Token> statement, Evidence evidence)
    {
        var dates = DateReader.Read(statement, language);
        foreach (var date in dates)
        {
            if (!evidence.Dates.Any(said => SameDate(date, said)) && !(date.Day == 0 && evidence.Dates.Any(said => said.Month == date.Month && (said.Year ?? date.Year) == date.Year)))
                return new Finding("check.date", Words(statement, date));
        }
        var times = ClockReader.Read(statement, language, loose: false);
        foreach (var time in times)
        {
            if (!evidence.Times.Any(said => (said.Amount - time.Amount) % 720 == 0))
                return new Finding("check.time", Words(statement, time));
        }
        foreach (var number in NumberReader.Read(statement, language))
        {
            var partOfOther = dates.Concat(times).Any(other => number.First < other.End && other.First < number.End);
            if (!partOfOther && number.Kind != ValueKind.Ordinal && !Heard(number, evidence))
                return new Finding(number.Kind == ValueKind.Money ? "check.amount" : "check.number", Words(statement, number));
        }
        return Spoken(statement, dates, evidence) ?? Codes.Check(statement, evidence.Tokens) ?? CountCheck.Check(statement, evidence, language);
    }

    /// <summary>Weekdays, months, currencies and periods are values too: "in juli" is not "in september", "volgende week" not "volgende maand".</summary>
    private static Finding? Spoken(IReadOnlyList<Token> statement, IReadOnlyList<SpokenValue> dates, Evidence evidence)
    {
        for (var i = 0; i < statement.Count; i++)
        {
            var token = statement[i];
            if (evidence.Sounds.Contains(token.Sound) || dates.Any(date => i >= date.First && i < date.End))
                continue;
            if (Weekdays.Contains(token.Norm) || DateReader.IsMonth(token, out var month) && !evidence.Dates.Any(date => date.Month == month))
                return new Finding("check.date", token.Text);
            if (Currencies.Contains(token.Norm) && !evidence.Numbers.Any(number => number.Kind == ValueKind.Money && token.Norm.StartsWith("euro", StringComparison.Ordinal)))
                return new Finding("check.amount", token.Text);
            if (Periods.Contains(token.Norm) && evidence.Tokens.Any(said => Periods.Contains(said.Norm)) && !evidence.Tokens.Any(said => SamePeriod(said.Norm, token.Norm)))
                return new Finding("check.date", token.Text);
        }
        return null;
    }

    /// <summary>"Week" and "weken", "jaar" and "jaren".</summary>
    private static bool SamePeriod(string a, string b) => Periods.Contains(a) && a[0] == b[0] && a[1] == b[1];

    private bool SameDate(SpokenValue stated, SpokenValue said)
    {
        if (stated.Month != said.Month || stated.Day != said.Day)
            return false;
        // The year may be filled in from the date of the meeting.
        return stated.Year is null || said.Year == stated.Year
            || said.Year is null && (said.After(meeting)?.Year == stated.Year || meeting?.Year == stated.Year || meeting is null);
    }

    private static bool Heard(SpokenValue number, Evidence evidence)
    {
        if (evidence.Numbers.Any(said => said.Amount == number.Amount && Compatible(number.Kind, said.Kind)))
            return true;
        if (number.Kind == ValueKind.Number && evidence.Dates.Any(said => said.Year == number.Amount || said.Day == number.Amount))
            return true;
        return SmallWords.TryGetValue(number.Amount, out var words) && evidence.Tokens.Any(token => words.Contains(token.Norm));
    }

    /// <summary>Units may be left out, but not exchanged.</summary>
    private static bool Compatible(ValueKind stated, ValueKind said) =>
        stated == said || said is ValueKind.Number or ValueKind.Ordinal || stated == ValueKind.Number && said != ValueKind.Percent;

    private static string Words(IReadOnlyList<Token> tokens, SpokenValue value) =>
        string.Join(' ', tokens.Skip(value.First).Take(value.End - value.First).Select(token => token.Text)).ToString(CultureInfo.InvariantCulture);
}

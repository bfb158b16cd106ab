namespace Notulen.Core.Minutes.Values;

public enum ValueKind { Number, Money, Percent, Ordinal, Date, Time }

/// <summary>A number, amount, date or time found in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">The number; for a date 10000 × year + 100 × month + day (year 0 when not said); for a time minutes after midnight.</param>
/// <param name="First">First token.</param>
/// <param name="End">Token after the last.</param>
public readonly record struct SpokenValue(ValueKind Kind, decimal Amount, int First, int End)
{
    public int Day => (int)Amount % 100;

    public int Month => (int)Amount / 100 % 100;

    /// <summary>Null when the year was not said.</summary>
    public int? Year => Amount >= 10000 ? (int)Amount / 10000 : null;

    public static SpokenValue Date(int? year, int month, int day, int first, int end) =>
        new(ValueKind.Date, (year ?? 0) * 10000 + month * 100 + day, first, end);

    /// <summary>The day that is meant by somebody who looks ahead from <paramref name="from"/>.</summary>
    public DateOnly? After(DateOnly? from)
    {
        if ((Year ?? from?.Year) is not { } year || Day == 0 || Month is < 1 or > 12 || Day > DateTime.DaysInMonth(year, Month))
            return null;
        var date = new DateOnly(year, Month, Day);
        return Year is null && date < from ? date.AddYears(1) : date;
    }
}

using System.Globalization;

namespace Notulen.Web.Meetings;

/// <summary>Moments as the clock on the wall of the town hall showed them.</summary>
internal static class LocalTime
{
    private static readonly TimeZoneInfo Zone =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Amsterdam", out var zone) ? zone : TimeZoneInfo.Local;

    public static string Show(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, Zone).ToString("d MMMM yyyy HH:mm", CultureInfo.CurrentUICulture);

    public static string Show(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.CurrentUICulture);
}

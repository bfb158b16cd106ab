using System.Globalization;

namespace Notulen.Documents.Captions;

/// <summary>Times as captions and minutes print them.</summary>
internal static class CaptionTime
{
    /// <param name="milliseconds">From the start of the recording.</param>
    /// <param name="point">Before the milliseconds: '.' in WebVTT, ',' in SubRip.</param>
    public static string Write(long milliseconds, char point) => string.Create(
        CultureInfo.InvariantCulture,
        $"{milliseconds / 3_600_000:00}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00}{point}{milliseconds % 1000:000}");

    /// <summary>"00:12:31", rounded down so that a player starts before the words.</summary>
    public static string Seconds(double seconds)
    {
        var whole = (long)Math.Max(0, seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 3600:00}:{whole / 60 % 60:00}:{whole % 60:00}");
    }
}

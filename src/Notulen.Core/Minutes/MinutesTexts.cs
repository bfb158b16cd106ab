using System.Globalization;

namespace Notulen.Core.Minutes;

/// <summary>Texts that go into the minutes, in the language of the minutes (not of the reader's screen).</summary>
internal static class MinutesTexts
{
    private static readonly ResourceTexts Texts = new("Notulen.Core.Minutes.MinutesTexts", typeof(MinutesTexts).Assembly);
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo Culture(string language) => language == "en" ? English : Dutch;

    public static string Say(string language, string key, params object?[] values) => Texts[Culture(language), key, values];
}

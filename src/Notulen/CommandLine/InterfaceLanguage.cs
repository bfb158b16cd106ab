using System.Globalization;

namespace Notulen.App.CommandLine;

/// <summary>The language in which Notulen speaks to the person at the keyboard. Dutch, unless NOTULEN_LANG says "en".</summary>
internal static class InterfaceLanguage
{
    public static CultureInfo FromEnvironment() => CultureInfo.GetCultureInfo(
        Environment.GetEnvironmentVariable("NOTULEN_LANG")?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en-GB" : "nl-NL");
}

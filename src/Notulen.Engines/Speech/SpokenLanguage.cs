using System.Globalization;

namespace Notulen.Engines.Speech;

/// <summary>Engines name a language by its code ("nl") or by its English name ("dutch").</summary>
internal static class SpokenLanguage
{
    private static readonly Dictionary<string, string> ByEnglishName = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(culture => culture.TwoLetterISOLanguageName.Length == 2 && !culture.Name.Contains('-'))
        .GroupBy(culture => culture.EnglishName.ToLowerInvariant())
        .ToDictionary(group => group.Key, group => group.First().TwoLetterISOLanguageName);

    /// <summary>ISO 639-1 code, or null for something that is no language.</summary>
    public static string? Code(string? language) => language?.ToLowerInvariant() switch
    {
        null or "" => null,
        { Length: 2 } code => code,
        var name => ByEnglishName.GetValueOrDefault(name),
    };
}

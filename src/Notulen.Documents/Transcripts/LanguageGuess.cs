using System.Text.RegularExpressions;

namespace Notulen.Documents.Transcripts;

/// <summary>Tells Dutch from English by their commonest words, for files that do not say what they are in.</summary>
internal static partial class LanguageGuess
{
    private static readonly HashSet<string> Dutch =
        ["de", "het", "een", "en", "van", "ik", "dat", "niet", "wij", "voor", "zijn", "naar", "ook", "met", "die", "maar", "er", "aan", "dan", "op", "te", "wordt"];

    private static readonly HashSet<string> English =
        ["the", "and", "of", "to", "that", "this", "you", "for", "are", "with", "it", "have", "not", "our", "on", "be", "we", "will", "from", "they", "at", "by"];

    /// <summary>The language that a caption file names in its heading or first note; null when it does not.</summary>
    public static string? Declared(string text)
    {
        var match = Heading().Match(text[..Math.Min(text.Length, 1000)]);
        return match.Success ? match.Groups[1].Value.ToLowerInvariant() : null;
    }

    /// <summary>"en" when English words prevail, else "nl".</summary>
    public static string Of(IEnumerable<string> sentences)
    {
        int dutch = 0, english = 0;
        foreach (var word in sentences.Take(500).SelectMany(sentence => Word().Matches(sentence).Select(match => match.Value.ToLowerInvariant())))
        {
            dutch += Dutch.Contains(word) ? 1 : 0;
            english += English.Contains(word) ? 1 : 0;
        }

        return english > dutch ? "en" : "nl";
    }

    [GeneratedRegex(@"^(?:NOTE )?Language:\s*([A-Za-z]{2})\b", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}

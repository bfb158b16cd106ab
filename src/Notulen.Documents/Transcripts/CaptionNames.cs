using System.Globalization;
using System.Text.RegularExpressions;

namespace Notulen.Documents.Transcripts;

/// <summary>
/// Names before the words ("Jan Kuiper: …"), the habit of SubRip files. They are taken for speakers only where the whole
/// file bears it out, since anybody may say "Let op:" once.
/// </summary>
internal static partial class CaptionNames
{
    /// <summary>How we write an unknown speaker, in each language.</summary>
    private static readonly HashSet<string> Unknown = [.. new[] { "nl", "en" }.Select(language => new DocumentTexts(language)["captions.unknown"])];

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "van", "de", "der", "den", "het", "'t", "ten", "ter", "te", "von", "la", "le", "el", "al", "ben", "bin", "op", "in", "of",
        "heer", "mevrouw", "dhr.", "mevr.", "mw.",
    };

    public static IReadOnlyList<SpokenPart> Resolve(IReadOnlyList<SpokenPart> parts)
    {
        if (parts.Any(part => part.Speaker is not null))
            return parts;
        var names = parts.Select(part => Name(part.Text)).ToList();
        var found = names.OfType<string>().ToList();
        if (!Consistent(parts.Count, found.Count, found.Distinct().Count()))
            return parts;

        // A caption without a name goes on where the one before left off.
        string? speaker = null;
        var resolved = new List<SpokenPart>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            if (names[i] is not { } name)
            {
                resolved.Add(parts[i] with { Speaker = speaker });
                continue;
            }

            speaker = Unknown.Contains(name) ? null : name;
            var text = parts[i].Text[(name.Length + 1)..].TrimStart();
            if (text.Length > 0)
                resolved.Add(parts[i] with { Speaker = speaker, Text = text, Fresh = true });
        }

        return resolved;
    }

    /// <summary>Most captions have a name, or a good part has and the names come back.</summary>
    private static bool Consistent(int parts, int named, int distinct) =>
        named >= 2 && (named * 2 > parts || (named * 5 >= parts && distinct * 2 <= named));

    private static string? Name(string text)
    {
        var match = Prefix().Match(text);
        if (!match.Success)
            return null;
        var words = match.Groups[1].Value.Split(' ');
        return words.Length <= 6 && words.Any(word => char.IsUpper(word, 0)) && words.All(Fits) ? match.Groups[1].Value : null;
    }

    private static bool Fits(string word) =>
        word.Length > 0 && (char.IsUpper(word, 0) || char.IsDigit(word, 0) || word[0] is '(' or '\'' || Particles.Contains(word.ToLower(CultureInfo.InvariantCulture)) || Unknown.Any(name => name.Split(' ').Contains(word)));

    [GeneratedRegex(@"^([^:?!<>]{1,60}):(?:\s|$)")]
    private static partial Regex Prefix();
}

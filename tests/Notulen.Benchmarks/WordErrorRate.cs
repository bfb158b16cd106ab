using System.Text.RegularExpressions;

namespace Notulen.Benchmarks;

/// <summary>
/// How far a recognised text is from what was said: the fewest words to insert, delete and replace, per word of the
/// reference. Case, punctuation, thousands separators and the percent sign do not count.
/// </summary>
/// <param name="Errors">Words to insert, delete or replace.</param>
/// <param name="Words">Words of the reference.</param>
public sealed partial record WordErrorRate(int Errors, int Words)
{
    /// <summary>Errors per word; above 1 when more was invented than said.</summary>
    public double Rate => Errors / (double)Math.Max(1, Words);

    /// <summary>Compares two texts (Levenshtein distance over words, one row at a time).</summary>
    public static WordErrorRate Of(string reference, string hypothesis)
    {
        var said = Normalise(reference);
        var heard = Normalise(hypothesis);
        var row = Enumerable.Range(0, heard.Count + 1).ToArray();
        for (var i = 1; i <= said.Count; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= heard.Count; j++)
            {
                var replaced = diagonal + (said[i - 1] == heard[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), replaced);
            }
        }

        return new WordErrorRate(row[^1], said.Count);
    }

    /// <summary>The words that are compared.</summary>
    public static IReadOnlyList<string> Normalise(string text)
    {
        text = text.ToLowerInvariant().Replace("%", " procent ").Replace('’', '\'');
        text = Thousands().Replace(text, "").Replace('-', ' ');
        return [.. Word().Matches(text).Select(match => match.Value)];
    }

    [GeneratedRegex(@"(?<=\d)[.,](?=\d{3}\b)")]
    private static partial Regex Thousands();

    [GeneratedRegex("[a-zà-ÿ0-9']+")]
    private static partial Regex Word();
}

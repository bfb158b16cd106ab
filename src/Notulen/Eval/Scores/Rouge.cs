using System.Text.RegularExpressions;

namespace Notulen.App.Eval.Scores;

/// <summary>Words (1), pairs of words (2) and the longest row (L) that a summary shares with a reference: ROUGE F1 (Lin 2004), lower case, no stemming.</summary>
internal readonly partial record struct Rouge(double One, double Two, double Longest)
{
    public static Rouge Of(string reference, string summary)
    {
        var (wanted, said) = (Words(reference), Words(summary));
        return new Rouge(Overlap(wanted, said, 1).F1, Overlap(wanted, said, 2).F1, new Hits(LongestRow(wanted, said), said.Count, wanted.Count).F1);
    }

    public static Rouge Mean(IReadOnlyList<Rouge> scores) => new(
        scores.Average(score => Rounded.Of(score.One)), scores.Average(score => Rounded.Of(score.Two)), scores.Average(score => Rounded.Of(score.Longest)));

    private static List<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    private static Hits Overlap(List<string> wanted, List<string> said, int length)
    {
        var (a, b) = (Counts(wanted, length), Counts(said, length));
        return new Hits(a.Sum(pair => Math.Min(pair.Value, b.GetValueOrDefault(pair.Key))), b.Values.Sum(), a.Values.Sum());
    }

    private static Dictionary<string, int> Counts(List<string> words, int length) => Enumerable.Range(0, Math.Max(0, words.Count - length + 1))
        .CountBy(at => string.Join(' ', words.GetRange(at, length))).ToDictionary();

    private static int LongestRow(List<string> a, List<string> b)
    {
        var previous = new int[b.Count + 1];
        foreach (var word in a)
        {
            var current = new int[b.Count + 1];
            for (var j = 0; j < b.Count; j++)
                current[j + 1] = word == b[j] ? previous[j] + 1 : Math.Max(previous[j + 1], current[j]);
            previous = current;
        }
        return previous[^1];
    }

    // What Python calls a letter, a number or an underscore.
    [GeneratedRegex(@"[\p{L}\p{N}_]+")]
    private static partial Regex Word();
}

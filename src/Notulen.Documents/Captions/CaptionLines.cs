namespace Notulen.Documents.Captions;

/// <summary>Lays words out over lines.</summary>
internal static class CaptionLines
{
    /// <summary>
    /// One line when it fits, else two of nearly the same length, else as many as it takes. A word longer than a line
    /// stands on its own.
    /// </summary>
    public static IReadOnlyList<string> Wrap(IReadOnlyList<string> words, int length)
    {
        var text = string.Join(' ', words);
        if (text.Length <= length || words.Count == 1)
            return [text];
        return (IReadOnlyList<string>?)Halves(words, text.Length, length) ?? Greedy(words, length);
    }

    private static string[]? Halves(IReadOnlyList<string> words, int total, int length)
    {
        var best = 0;
        var smallest = int.MaxValue;
        var first = -1;
        for (var i = 1; i < words.Count; i++)
        {
            first += words[i - 1].Length + 1;
            var second = total - first - 1;
            if (first <= length && second <= length && Math.Abs(first - second) < smallest)
                (best, smallest) = (i, Math.Abs(first - second));
        }

        return best == 0 ? null : [string.Join(' ', words.Take(best)), string.Join(' ', words.Skip(best))];
    }

    private static List<string> Greedy(IReadOnlyList<string> words, int length)
    {
        var lines = new List<string>();
        var line = words[0];
        foreach (var word in words.Skip(1))
        {
            if (line.Length + 1 + word.Length <= length)
            {
                line += " " + word;
            }
            else
            {
                lines.Add(line);
                line = word;
            }
        }

        lines.Add(line);
        return lines;
    }
}

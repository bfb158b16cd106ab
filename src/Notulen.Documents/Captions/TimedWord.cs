namespace Notulen.Documents.Captions;

/// <param name="Text">A word with its punctuation, without blanks.</param>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds.</param>
internal readonly record struct TimedWord(string Text, double Start, double End)
{
    /// <summary>
    /// The words of a text with the share of the time that their length suggests. Nothing better is known where the
    /// source had no words, or where a person changed them.
    /// </summary>
    public static List<TimedWord> Spread(string text, double start, double end)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var total = words.Sum(word => word.Length + 1);
        var timed = new List<TimedWord>(words.Length);
        var passed = 0;
        foreach (var word in words)
        {
            var from = start + (end - start) * passed / total;
            passed += word.Length + 1;
            timed.Add(new TimedWord(word, from, start + (end - start) * passed / total));
        }

        return timed;
    }
}

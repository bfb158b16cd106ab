namespace Notulen.Core.Transcripts;

/// <summary>
/// Leaves out what one microphone heard of another: the same words at the same moment on two channels were said once.
/// </summary>
internal static class Overheard
{
    private const double SameMoment = 1.0;
    private const double MostWords = 0.7;
    private const int FewWords = 3;

    /// <param name="sentences">Of all channels, in the order in which they start.</param>
    /// <returns>The same without the copies; of each pair the one that was understood better stays.</returns>
    public static List<(int? Channel, Segment Segment)> Without(List<(int? Channel, Segment Segment)> sentences)
    {
        if (sentences.Select(sentence => sentence.Channel).Distinct().Count() < 2)
            return sentences;
        var longest = sentences.Max(sentence => sentence.Segment.End - sentence.Segment.Start);
        var copies = new HashSet<int>();
        foreach (var index in Enumerable.Range(0, sentences.Count).OrderBy(index => sentences[index].Segment.Confidence))
        {
            if (IsCopy(index, sentences, longest, copies))
                copies.Add(index);
        }
        return [.. sentences.Where((_, index) => !copies.Contains(index))];
    }

    private static bool IsCopy(int index, List<(int? Channel, Segment Segment)> sentences, double longest, HashSet<int> copies)
    {
        var (channel, segment) = sentences[index];
        var elsewhere = new List<Word>();
        for (var other = First(sentences, segment.Start - SameMoment - longest); other < sentences.Count && sentences[other].Segment.Start <= segment.End + SameMoment; other++)
        {
            if (sentences[other].Channel != channel && !copies.Contains(other))
                elsewhere.AddRange(sentences[other].Segment.Words);
        }
        var heard = segment.Words.Count(word => elsewhere.Exists(other => IsSame(word, other)));
        return heard > 0 && heard >= segment.Words.Count * (segment.Words.Count < FewWords ? 1 : MostWords);
    }

    private static bool IsSame(Word left, Word right) =>
        Math.Abs(left.Start + left.End - right.Start - right.End) / 2 <= SameMoment
        && string.Equals(Bare(left.Text), Bare(right.Text), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string word) => word.Trim('.', ',', '?', '!', ':', ';', '"', '\'', '-', '…');

    private static int First(List<(int? Channel, Segment Segment)> sentences, double start)
    {
        var (low, high) = (0, sentences.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].Segment.Start < start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

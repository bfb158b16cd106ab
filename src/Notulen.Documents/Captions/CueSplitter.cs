using Notulen.Core.Transcripts;

namespace Notulen.Documents.Captions;

/// <summary>
/// Cuts a transcript into captions that can be read in passing: at most two lines of about 42 characters (the measure
/// of broadcasters), broken at commas where possible, never two at a time.
/// </summary>
internal static class CueSplitter
{
    public const int LineLength = 42;
    private const int MaxLines = 2;

    /// <summary>A silence inside a sentence after which the screen is emptied, in seconds.</summary>
    private const double Pause = 1.5;

    /// <summary>Shortest time on screen when speakers talk at once, in milliseconds.</summary>
    private const long Shortest = 200;

    /// <param name="transcript">What was said.</param>
    /// <param name="prefix">What is printed before the first words of a segment ("Name: "); it takes up room on the line.</param>
    public static IReadOnlyList<Cue> Split(Transcript transcript, Func<Segment, string>? prefix = null)
    {
        var cues = new List<Cue>();
        foreach (var segment in transcript.Segments.OrderBy(segment => segment.Start))
        {
            var words = Words(segment);
            if (words.Count == 0)
                continue;
            if (prefix?.Invoke(segment) is { Length: > 0 } name)
                words = [.. TimedWord.Spread(name, words[0].Start, words[0].Start), .. words];
            var part = 0;
            foreach (var chunk in Chunks(words))
            {
                var lines = CaptionLines.Wrap([.. chunk.Select(word => word.Text)], LineLength);
                cues.Add(new Cue(
                    (long)Math.Round(chunk[0].Start * 1000), (long)Math.Round(chunk[^1].End * 1000), segment.Id, part++, segment.Speaker, lines));
            }
        }

        return OneAtATime(cues);
    }

    /// <summary>The words as heard when they still are the text, and otherwise the text's own with estimated times.</summary>
    private static List<TimedWord> Words(Segment segment)
    {
        var start = Math.Max(0, segment.Start);
        var end = Math.Max(start, segment.End);
        var spread = TimedWord.Spread(PlainText.Clean(segment.Text), start, end);
        if (spread.Count != segment.Words.Count)
            return spread;
        var at = start;
        for (var i = 0; i < spread.Count; i++)
        {
            var from = Math.Clamp(segment.Words[i].Start, at, end);
            at = Math.Clamp(segment.Words[i].End, from, end);
            spread[i] = new TimedWord(spread[i].Text, from, at);
        }

        return spread;
    }

    private static IEnumerable<List<TimedWord>> Chunks(List<TimedWord> words)
    {
        for (var from = 0; from < words.Count;)
        {
            var to = from + 1;
            while (to < words.Count && words[to].Start - words[to - 1].End < Pause && Fits(words, from, to + 1))
                to++;
            if (to < words.Count && words[to].Start - words[to - 1].End < Pause)
                to = BestBreak(words, from, to);
            yield return words[from..to];
            from = to;
        }
    }

    /// <summary>Prefers to end after a comma, and does not leave a word or two for the next caption.</summary>
    private static int BestBreak(List<TimedWord> words, int from, int to)
    {
        for (var end = to; end > from + (to - from) / 2; end--)
        {
            if (words[end - 1].Text[^1] is ',' or ';' or ':' or '.' or '?' or '!')
                return end;
        }

        var left = words.Count - to;
        return left is > 0 and < 3 && to - from > 6 ? to - (3 - left) : to;
    }

    private static bool Fits(List<TimedWord> words, int from, int to) =>
        CaptionLines.Wrap([.. words[from..to].Select(word => word.Text)], LineLength).Count <= MaxLines;

    /// <summary>People talk at once, captions do not: one ends when the next begins, and all keep their order.</summary>
    private static List<Cue> OneAtATime(List<Cue> cues)
    {
        var ordered = cues.Select((cue, index) => (cue, index)).OrderBy(one => one.cue.Start).ThenBy(one => one.index).Select(one => one.cue).ToList();
        long last = 0;
        for (var i = 0; i < ordered.Count; i++)
        {
            var start = Math.Max(ordered[i].Start, last);
            var end = Math.Max(ordered[i].End, start + Shortest);
            if (i + 1 < ordered.Count && end > ordered[i + 1].Start)
                end = Math.Max(start + Shortest, ordered[i + 1].Start);
            ordered[i] = ordered[i] with { Start = start, End = end };
            last = end;
        }

        return ordered;
    }
}

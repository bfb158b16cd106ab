using System.IO.Compression;
using System.Text;
using Notulen.Core.Engines;
using Notulen.Core.Recordings;

namespace Notulen.Core.Transcripts;

/// <summary>Tells hopeless recognition from good, with the measures of OpenAI's reference implementation.</summary>
public static class RecognitionQuality
{
    private const double LowLogProbability = -1.0;
    private const double HighCompression = 2.4;
    private const int ShortText = 40;

    // Even slow speech has a word a second; pauses of over a second are not in a window.
    private const double SlowestSpeech = 1.0;
    private const double NoticedSeconds = 4;

    // Two words of the prompt are a name that was spoken.
    private const int EchoWords = 4;

    /// <summary>Mean log-probability over the segments, weighed by their length in words.</summary>
    public static double LogProbability(SpeechResult result)
    {
        var words = result.Segments.Sum(segment => Math.Max(1, segment.Words.Count));
        return words == 0 ? 0 : result.Segments.Sum(segment => segment.AverageLogProbability * Math.Max(1, segment.Words.Count)) / words;
    }

    /// <summary>True when the text repeats itself: it compresses better than speech does.</summary>
    public static bool Repeats(SpeechResult result)
    {
        var text = string.Concat(result.Segments.Select(segment => segment.Text));
        return text.Length > ShortText && CompressionRatio(text) > HighCompression;
    }

    /// <summary>
    /// The stretches of a window for which there are no words, or far fewer than can have been said: the recogniser now and
    /// then passes over a sentence. A window holds speech only, so nothing of it should be left out.
    /// </summary>
    /// <param name="result">What was recognised.</param>
    /// <param name="seconds">Length of the window.</param>
    /// <returns>Seconds from the start of the window, in order, not overlapping.</returns>
    public static List<WindowSpan> Omitted(SpeechResult result, double seconds)
    {
        var omitted = new List<WindowSpan>();
        var at = 0.0;
        foreach (var segment in result.Segments)
        {
            if (segment.Start - at >= NoticedSeconds)
                omitted.Add(new WindowSpan(at, segment.Start));
            if (IsThin(segment) && segment.Start >= at)
                omitted.Add(new WindowSpan(segment.Start, segment.End));
            at = Math.Max(at, segment.End);
        }
        if (seconds - at >= NoticedSeconds)
            omitted.Add(new WindowSpan(at, seconds));
        return omitted;
    }

    // A long stretch with hardly a word.
    private static bool IsThin(RecognisedSegment segment) =>
        segment.End - segment.Start >= NoticedSeconds && Words(segment.Text).Length < (segment.End - segment.Start) * SlowestSpeech;

    /// <summary>
    /// True when the text is the prompt read back, which happens where there is hardly anything to hear: most of it is, or a
    /// stretch runs on over several names of the list. A single title is what a chair says.
    /// </summary>
    /// <param name="result">What was recognised.</param>
    /// <param name="prompt">What was sent along, with commas between its parts; null for nothing.</param>
    public static bool Echoes(SpeechResult result, string? prompt)
    {
        if (prompt is null)
            return false;
        var sent = Plain(prompt);
        var parts = prompt.Split(',').Select(Plain).ToList();
        var words = 0;
        var echoed = 0;
        foreach (var segment in result.Segments)
        {
            var count = Words(segment.Text).Length;
            var said = Plain(segment.Text);
            words += count;
            if (count < EchoWords || !sent.Contains(said, StringComparison.Ordinal))
                continue;
            if (!parts.Exists(part => part.Contains(said, StringComparison.Ordinal)))
                return true;
            echoed += count;
        }
        return echoed * 2 > words;
    }

    /// <summary>True when decoding again at a higher temperature may help.</summary>
    public static bool IsPoor(SpeechResult result) =>
        result.Segments.Count > 0 && (LogProbability(result) < LowLogProbability || Repeats(result));

    /// <summary>The words of a text, with their punctuation.</summary>
    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // Words between single blanks, without case and punctuation.
    private static string Plain(string text) => $" {string.Join(' ', Words(string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '))))} ";

    private static double CompressionRatio(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(bytes);
        return bytes.Length / (double)packed.Length;
    }
}

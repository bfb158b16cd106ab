using System.IO.Compression;
using System.Text;
using Notulen.Core.Engines;

namespace Notulen.Core.Transcripts;

/// <summary>Tells hopeless recognition from good, with the measures of OpenAI's reference implementation.</summary>
public static class RecognitionQuality
{
    private const double LowLogProbability = -1.0;
    private const double HighCompression = 2.4;
    private const int ShortText = 40;

    // Even slow speech has a word a second; pauses of over a second are not in a window.
    private const double SlowestSpeech = 1.0;
    private const double UsualSpeech = 2.5;
    private const double NoticedSeconds = 4;

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
    /// Seconds of a window for which there are no words, or far fewer than can have been said: the recogniser now and then
    /// passes over a sentence. A window holds speech only, so nothing of it should be left out.
    /// </summary>
    /// <param name="result">What was recognised.</param>
    /// <param name="seconds">Length of the window.</param>
    public static double Omitted(SpeechResult result, double seconds)
    {
        var omitted = 0.0;
        var at = 0.0;
        foreach (var segment in result.Segments)
        {
            if (segment.Start - at >= NoticedSeconds)
                omitted += segment.Start - at;
            var length = segment.End - segment.Start;
            var words = segment.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
            if (length >= NoticedSeconds && words < length * SlowestSpeech)
                omitted += length - words / UsualSpeech;
            at = Math.Max(at, segment.End);
        }
        return seconds - at >= NoticedSeconds ? omitted + seconds - at : omitted;
    }

    /// <summary>True when decoding again at a higher temperature may help.</summary>
    public static bool IsPoor(SpeechResult result) =>
        result.Segments.Count > 0 && (LogProbability(result) < LowLogProbability || Repeats(result));

    private static double CompressionRatio(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(bytes);
        return bytes.Length / (double)packed.Length;
    }
}

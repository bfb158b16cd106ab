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

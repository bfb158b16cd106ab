using System.Text.Json;
using Notulen.Core.Engines;
using Notulen.Engines.Supervision;

namespace Notulen.Engines.Speech;

/// <summary>
/// Reads <c>verbose_json</c>. whisper.cpp puts words with probabilities into each segment; OpenAI and most others give
/// words, if at all, in a list beside the segments and without probabilities.
/// </summary>
internal static class SpeechAnswer
{
    /// <summary>Longest answer in bytes; a window of dense speech takes about 50 kB.</summary>
    public const int Limit = 4 * 1024 * 1024;

    private const int MaxSegments = 1000;
    private const int MaxWords = 10_000;
    private const int MaxLetters = 20_000;

    /// <summary>An hour: a time beyond it in an answer about half a minute is nonsense and not a rounding.</summary>
    private const double Absurd = 3600;

    /// <param name="root">The answer.</param>
    /// <param name="duration">Length of the window in seconds.</param>
    /// <param name="asked">Language that was asked for; null when it was to be detected.</param>
    /// <exception cref="EngineAnswerException">Something is missing or impossible.</exception>
    public static SpeechResult Read(JsonElement root, double duration, string? asked)
    {
        var language = asked
            ?? SpeechLanguages.Code(root.Text(root.TryGetProperty("detected_language", out _) ? "detected_language" : "language"))
            ?? throw new EngineAnswerException("In a language without a code.");
        var beside = root.TryGetProperty("words", out _)
            ? root.List("words", MaxWords).Select(word => Word(word, duration, double.NaN)).ToList()
            : [];
        var segments = new List<RecognisedSegment>();
        foreach (var segment in root.List("segments", MaxSegments))
        {
            if (Segment(segment, duration, beside) is { } read)
                segments.Add(read);
        }
        return new SpeechResult(language, segments);
    }

    private static RecognisedSegment? Segment(JsonElement segment, double duration, List<RecognisedWord> beside)
    {
        var text = segment.Text("text");
        if (text.Length > MaxLetters)
            throw new EngineAnswerException("With an endless segment.");
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var start = Time(segment, "start", duration);
        var end = Math.Max(start, Time(segment, "end", duration));
        var logProbability = Math.Min(0, segment.Number("avg_logprob", 0));
        var certainty = Math.Exp(logProbability);
        var words = segment.TryGetProperty("words", out _)
            ? segment.List("words", MaxWords).Select(word => Word(word, duration, certainty)).ToList()
            : [.. beside.Where(word => Middle(word) >= start && Middle(word) < end).Select(word => word with
                {
                    Text = " " + word.Text.Trim(),
                    Probability = double.IsNaN(word.Probability) ? certainty : word.Probability,
                })];
        words.RemoveAll(word => word.Text.Length == 0);
        if (words.Count == 0)
            words = Spread(text, start, end, certainty);
        return new RecognisedSegment(start, end, text, logProbability, Math.Clamp(segment.Number("no_speech_prob", 0), 0, 1), words);
    }

    private static double Middle(RecognisedWord word) => (word.Start + word.End) / 2;

    private static RecognisedWord Word(JsonElement word, double duration, double certainty)
    {
        var start = Time(word, "start", duration);
        var probability = word.Number("probability", certainty);
        return new RecognisedWord(
            word.Text("word"), start, Math.Max(start, Time(word, "end", duration)), double.IsNaN(probability) ? probability : Math.Clamp(probability, 0, 1));
    }

    /// <summary>Recognisers place the last words a little behind the end, and write -0.01 for a time they do not know.</summary>
    private static double Time(JsonElement element, string name, double duration)
    {
        var time = element.Number(name, double.NaN);
        return time is >= -1 and <= Absurd ? Math.Clamp(time, 0, duration) : throw new EngineAnswerException($"With an impossible '{name}'.");
    }

    /// <summary>Words of a segment whose server gives none: spread over its time by their length.</summary>
    private static List<RecognisedWord> Spread(string text, double start, double end, double certainty)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var perLetter = (end - start) / words.Sum(word => word.Length + 1);
        var spread = new List<RecognisedWord>(words.Length);
        var at = start;
        foreach (var word in words)
        {
            var next = at + perLetter * (word.Length + 1);
            spread.Add(new RecognisedWord(" " + word, at, Math.Min(next, end), certainty));
            at = next;
        }
        return spread;
    }
}

using System.Text.Json;
using Notulen.Core.Engines;
using Notulen.Engines.Supervision;

namespace Notulen.Engines.Speech;

/// <summary>Reads OpenAI's <c>verbose_json</c> as whisper-server and other engines write it, and trusts none of it.</summary>
internal static class TranscriptionAnswer
{
    private const int MostSegments = 500;
    private const int MostWords = 2000;

    // Engines round times up a little.
    private const double Overshoot = 1;

    /// <param name="json">The body of the answer.</param>
    /// <param name="seconds">Length of the window that was sent.</param>
    /// <param name="asked">Language that was asked for; null when the engine had to tell.</param>
    /// <exception cref="EngineAnswerException">Not a transcription.</exception>
    /// <exception cref="JsonException">Not JSON.</exception>
    public static SpeechResult Read(ReadOnlyMemory<byte> json, double seconds, string? asked)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("segments", out var list) || list.ValueKind != JsonValueKind.Array)
            throw new EngineAnswerException("no segments in the answer");
        if (list.GetArrayLength() > MostSegments)
            throw new EngineAnswerException("too many segments in the answer");
        var segments = list.EnumerateArray().Select(segment => Segment(segment, seconds)).Where(segment => segment.Text.Length > 0).ToList();
        if (segments.Sum(segment => segment.Words.Count) > MostWords)
            throw new EngineAnswerException("too many words in the answer");
        var language = asked ?? SpokenLanguage.Code(Text(root, "detected_language") ?? Text(root, "language"))
            ?? throw new EngineAnswerException("no language in the answer");
        return new SpeechResult(language, segments);
    }

    private static RecognisedSegment Segment(JsonElement segment, double seconds)
    {
        var start = Number(segment, "start", 0, seconds);
        var end = Math.Max(start, Number(segment, "end", start, seconds));
        var text = Text(segment, "text") ?? "";
        var words = segment.TryGetProperty("words", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(word => Word(word, start, end, seconds)).Where(word => word.Text.Length > 0).ToList()
            : Spread(text, start, end);
        return new RecognisedSegment(
            start,
            end,
            text,
            Math.Clamp(Finite(segment, "avg_logprob", 0), -20, 0),
            Math.Clamp(Finite(segment, "no_speech_prob", 0), 0, 1),
            words);
    }

    private static RecognisedWord Word(JsonElement word, double segmentStart, double segmentEnd, double seconds)
    {
        var start = Number(word, "start", segmentStart, seconds);
        return new RecognisedWord(
            // Parts of a broken character come out as replacement signs.
            (Text(word, "word") ?? Text(word, "text") ?? "").Replace("\uFFFD", "", StringComparison.Ordinal),
            start,
            Math.Max(start, Number(word, "end", segmentEnd, seconds)),
            Math.Clamp(Finite(word, "probability", 1), 0, 1));
    }

    // Engines without words: the text is spread evenly by letters, which is about how fast people speak.
    private static List<RecognisedWord> Spread(string text, double start, double end)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var letters = Math.Max(1, words.Sum(word => word.Length + 1));
        var spread = new List<RecognisedWord>(words.Length);
        var at = start;
        foreach (var word in words)
        {
            var next = at + (end - start) * (word.Length + 1) / letters;
            spread.Add(new RecognisedWord(" " + word, at, next, 1));
            at = next;
        }
        return spread;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double Finite(JsonElement element, string name, double otherwise) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble())
            ? value.GetDouble()
            : otherwise;

    private static double Number(JsonElement element, string name, double otherwise, double seconds)
    {
        var value = Finite(element, name, otherwise);
        // whisper.cpp gives -0.01 for a token without a time.
        return value is < 0 ? otherwise : Math.Min(value, seconds + Overshoot);
    }
}

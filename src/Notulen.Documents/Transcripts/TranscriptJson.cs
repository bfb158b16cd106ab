using System.Globalization;
using System.Text.Json;
using Notulen.Core.Problems;
using Notulen.Core.Transcripts;

namespace Notulen.Documents.Transcripts;

/// <summary>
/// Reads <c>transcript.json</c>, the answers of speech services that look like it, and lists of turns
/// (<c>start</c>, <c>end</c>, <c>speaker</c>, <c>text</c>, and <c>sentences</c> where they are known).
/// </summary>
internal static class TranscriptJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <exception cref="NotulenException">Not well-formed, not a transcript, or a part of it is wrong.</exception>
    public static Transcript Read(string text, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return Read(document.RootElement, file);
        }
        catch (JsonException e)
        {
            throw NotulenException.Input("transcript.syntax", file, ((e.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    private static Transcript Read(JsonElement root, string file)
    {
        List<Segment> segments;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("segments", out var list) && list.ValueKind == JsonValueKind.Array)
            segments = [.. Parts(list, file).SelectMany(Segments)];
        else if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 && root.EnumerateArray().All(turn => turn.ValueKind == JsonValueKind.Object))
            segments = [.. Parts(root, file).SelectMany(Turn)];
        else
            throw NotulenException.Input("transcript.unknown", file);

        // Ids are positions: those of another program, or after a cut by hand, are not.
        segments = [.. segments.Where(segment => segment.Text.Length > 0).OrderBy(segment => segment.Start).Select((segment, id) => segment with { Id = id })];
        var heading = new JsonPart(root, file, 0);
        var end = segments.Count == 0 ? 0 : segments.Max(segment => segment.End);
        return new Transcript(
            Language(heading.Text("language")) ?? LanguageGuess.Of(segments.Select(segment => segment.Text)),
            Math.Max(heading.Number("duration") ?? 0, end),
            Speech(heading),
            segments);
    }

    private static IEnumerable<JsonPart> Parts(JsonElement list, string file)
    {
        if (list.GetArrayLength() > TranscriptFile.MaxSegments)
            throw NotulenException.Input("transcript.too-many", file, TranscriptFile.MaxSegments.ToString(CultureInfo.InvariantCulture));
        return list.EnumerateArray().Select((part, index) => new JsonPart(part, file, index + 1));
    }

    /// <summary>Other programs put several sentences into one segment; an agenda item or a decision begins with a sentence.</summary>
    private static IEnumerable<Segment> Segments(JsonPart part)
    {
        var segment = Segment(part);
        return segment.Words.Count > 0 || part.Number("confidence") is not null
            ? [segment]
            : Sentences.Split(segment.Text, segment.Start, segment.End)
                .Select(sentence => segment with { Start = Math.Round(sentence.Start, 3), End = Math.Round(sentence.End, 3), Text = sentence.Text });
    }

    private static Segment Segment(JsonPart part)
    {
        var (start, end) = part.Times();
        return new Segment(
            0, start, end, part.Text("speaker"), part.Required("text").Trim(),
            Math.Clamp(part.Number("confidence") ?? 1, 0, 1),
            Math.Clamp(part.Number("noSpeech") ?? part.Number("no_speech_prob") ?? 0, 0, 1),
            [.. part.Each("words").Select(Word).Where(word => word.Text.Length > 0)]);
    }

    private static Core.Transcripts.Word Word(JsonPart part)
    {
        var (start, end) = part.Times();
        return new Core.Transcripts.Word((part.Text("text") ?? part.Required("word")).Trim(), start, end, Math.Clamp(part.Number("p") ?? part.Number("probability") ?? 1, 0, 1));
    }

    private static IEnumerable<Segment> Turn(JsonPart part)
    {
        var speaker = part.Text("speaker");
        var sentences = part.Each("sentences").ToList();
        if (sentences.Count > 0)
            return sentences.Select(sentence => Segment(sentence) with { Speaker = speaker });
        var (start, end) = part.Times();
        return Sentences.Split(part.Required("text"), start, end)
            .Select(sentence => new Segment(0, Math.Round(sentence.Start, 3), Math.Round(sentence.End, 3), speaker, sentence.Text));
    }

    private static SpeechProvenance? Speech(JsonPart heading) => heading.Part("speech") is { } speech
        ? new SpeechProvenance(
            speech.Text("model") ?? "", speech.Text("sha256") ?? "", speech.Text("engine") ?? "",
            speech.Flag("demonstration"), (int)(speech.Number("droppedPhrases") ?? 0), (int)(speech.Number("fallbacks") ?? 0))
        : null;

    /// <summary>A code of two letters; services also write the language's English name.</summary>
    private static string? Language(string? language) => language?.ToLowerInvariant() switch
    {
        "dutch" => "nl",
        "english" => "en",
        { Length: 2 } code when code.All(char.IsAsciiLetterLower) => code,
        { Length: > 2 } code when code[2] is '-' or '_' => Language(code[..2]),
        _ => null,
    };
}

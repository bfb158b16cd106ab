using System.Text.Json;
using Microsoft.Extensions.AI;
using Notulen.Core.Engines;
using Notulen.Engines.Supervision;

namespace Notulen.Engines.Language;

/// <summary>Reads the answer of <c>POST /v1/chat/completions</c>.</summary>
internal static class ChatAnswer
{
    /// <summary>Longest answer in bytes.</summary>
    public const int Limit = 16 * 1024 * 1024;

    public static ChatResponse Read(JsonElement root, string model)
    {
        var choice = root.List("choices", 16).FirstOrDefault();
        if (choice.ValueKind != JsonValueKind.Object || !choice.TryGetProperty("message", out var message) || message.ValueKind != JsonValueKind.Object)
            throw new EngineAnswerException("Without a message.");
        // Without a reason nobody can tell whether the answer is whole.
        ChatFinishReason finish = choice.Text("finish_reason") switch
        {
            "stop" => ChatFinishReason.Stop,
            "length" => ChatFinishReason.Length,
            "content_filter" => ChatFinishReason.ContentFilter,
            "tool_calls" => ChatFinishReason.ToolCalls,
            _ => throw new EngineAnswerException("With an unknown reason for its end."),
        };
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, Content(message)))
        {
            ModelId = model,
            FinishReason = finish,
        };
        if (root.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
        {
            response.Usage = new UsageDetails
            {
                InputTokenCount = Count(usage, "prompt_tokens"),
                OutputTokenCount = Count(usage, "completion_tokens"),
                TotalTokenCount = Count(usage, "total_tokens"),
            };
        }
        if (root.TryGetProperty("timings", out var timings) && timings.ValueKind == JsonValueKind.Object)
        {
            response.AdditionalProperties = new AdditionalPropertiesDictionary
            {
                ["promptMilliseconds"] = timings.Number("prompt_ms", 0),
                ["answerMilliseconds"] = timings.Number("predicted_ms", 0),
                ["promptTokensPerSecond"] = timings.Number("prompt_per_second", 0),
                ["answerTokensPerSecond"] = timings.Number("predicted_per_second", 0),
                [ILanguageEngine.CachedTokensProperty] = timings.Number("cache_n", 0),
            };
        }
        return response;
    }

    // Line ends belong to the answer, unlike in a segment of speech.
    private static string Content(JsonElement message)
    {
        if (!message.TryGetProperty("content", out var content) || content.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            throw new EngineAnswerException("Without content.");
        try
        {
            var text = content.GetString() ?? "";
            return string.Concat(text.Where(letter => letter is '\n' or '\t' || !(char.IsControl(letter) || letter == '\uFFFD')));
        }
        catch (InvalidOperationException)
        {
            throw new EngineAnswerException("With half a letter in its content.");
        }
    }

    private static long? Count(JsonElement usage, string name) => usage.Number(name, -1) is >= 0 and < int.MaxValue and var count ? (long)count : null;
}

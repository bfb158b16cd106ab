using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Notulen.Core.Engines;

namespace Notulen.Engines.Language;

/// <summary>Writes a conversation as the body of <c>POST /v1/chat/completions</c>.</summary>
internal static class ChatRequest
{
    /// <summary>Length of an answer when the caller sets no limit: a model that does not stop must not run until its deadline.</summary>
    private const int DefaultAnswerTokens = 1024;

    public static JsonObject Write(string model, IEnumerable<ChatMessage> messages, ChatOptions? options, bool local)
    {
        var body = new JsonObject
        {
            ["model"] = model,
            ["messages"] = new JsonArray([.. messages.Select(message => new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text })]),
            ["max_tokens"] = options?.MaxOutputTokens ?? DefaultAnswerTokens,
            ["temperature"] = options?.Temperature ?? 0f,
            ["stream"] = false,
        };
        if (options?.TopP is { } topP)
            body["top_p"] = topP;
        if (options?.Seed is { } seed)
            body["seed"] = seed;
        if (options?.FrequencyPenalty is { } frequency)
            body["frequency_penalty"] = frequency;
        if (options?.PresencePenalty is { } presence)
            body["presence_penalty"] = presence;
        if (options?.StopSequences is { Count: > 0 } stops)
            body["stop"] = new JsonArray([.. stops.Select(stop => JsonValue.Create(stop))]);
        if (options?.AdditionalProperties?.TryGetValue(ILanguageEngine.GrammarProperty, out string? grammar) == true && grammar is { Length: > 0 })
            body["grammar"] = grammar;
        if (local)
        {
            body["cache_prompt"] = true;
            if (options?.TopK is { } topK)
                body["top_k"] = topK;
        }
        return body;
    }
}

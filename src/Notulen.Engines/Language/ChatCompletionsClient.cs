using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Notulen.Core.Engines;
using Notulen.Engines.Supervision;

namespace Notulen.Engines.Language;

/// <summary>
/// A chat client on OpenAI's chat completions, with what minutes depend on and the API has no place for: a grammar
/// (GBNF), and the engine's own timings in <see cref="ChatResponse.AdditionalProperties"/> under "timings".
/// </summary>
/// <param name="model">Name of the model.</param>
/// <param name="post">Sends a body and reads the answer, with the deadlines and attempts of the engine.</param>
internal sealed class ChatCompletionsClient(
    string model, Func<object, Func<JsonElement, ChatResponse>, CancellationToken, Task<ChatResponse>> post) : IChatClient
{
    private const int DefaultAnswerTokens = 1024;

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var body = new Dictionary<string, object?>
        {
            ["model"] = options?.ModelId ?? model,
            ["messages"] = messages.Select(message => new { role = message.Role.Value, content = message.Text }).ToList(),
            ["temperature"] = options?.Temperature ?? 0,
            ["max_tokens"] = options?.MaxOutputTokens ?? DefaultAnswerTokens,
            ["cache_prompt"] = true,
        };
        if (options?.Seed is { } seed)
            body["seed"] = seed;
        if (options?.StopSequences is { Count: > 0 } stop)
            body["stop"] = stop;
        if (options?.AdditionalProperties?.TryGetValue(ILanguageEngine.GrammarProperty, out var grammar) == true)
            body["grammar"] = grammar;
        return post(body, Read, cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The engine belongs to whoever made this client.
    }

    private ChatResponse Read(JsonElement answer)
    {
        if (!answer.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() == 0
            || !choices[0].TryGetProperty("message", out var message) || !message.TryGetProperty("content", out var content))
            throw new EngineAnswerException("no message in the answer");
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, content.GetString() ?? ""))
        {
            ModelId = model,
            FinishReason = choices[0].TryGetProperty("finish_reason", out var reason) && reason.ValueKind == JsonValueKind.String
                ? new ChatFinishReason(reason.GetString()!)
                : null,
        };
        if (answer.TryGetProperty("usage", out var usage))
        {
            response.Usage = new UsageDetails
            {
                InputTokenCount = Count(usage, "prompt_tokens"),
                OutputTokenCount = Count(usage, "completion_tokens"),
                TotalTokenCount = Count(usage, "total_tokens"),
            };
        }
        if (answer.TryGetProperty("timings", out var timings))
            response.AdditionalProperties = new AdditionalPropertiesDictionary { ["timings"] = timings.Clone() };
        return response;
    }

    private static long? Count(JsonElement usage, string name) =>
        usage.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
}

using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using Notulen.Core.Problems;
using Notulen.Engines.Supervision;

namespace Notulen.Engines.Language;

/// <summary>A conversation with one model over <c>/v1/chat/completions</c>.</summary>
internal sealed class LlamaChatClient(EngineClient client, EngineOptions options, string model) : IChatClient
{
    /// <exception cref="NotulenException">"engine.context": the conversation is too long for the model. "engine.failed", "engine.refused".</exception>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? chatOptions = null, CancellationToken cancellationToken = default)
    {
        var conversation = messages.ToList();
        return client.AskAsync(model, TimeSpan.FromSeconds(options.Language.RequestDeadlineSeconds), async (session, ct) =>
        {
            var body = ChatRequest.Write(options.Language.Model ?? model, conversation, chatOptions, session.Local);
            using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, "v1/chat/completions") { Content = content };
            using var response = await session.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            using var answer = await EngineAnswer.ReadAsync(client.Name, response, ChatAnswer.Limit, ct);
            return ChatAnswer.Read(answer.RootElement, model);
        }, cancellationToken);
    }

    /// <summary>The whole answer as one update: a form that is not complete is of no use to anybody.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? chatOptions = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, chatOptions, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(client.Name, options.Language.Url, model)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
        // The engine belongs to its supervisor.
    }
}

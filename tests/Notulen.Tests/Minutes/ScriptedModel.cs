using Microsoft.Extensions.AI;
using Notulen.Core.Minutes.Model;

namespace Notulen.Tests.Minutes;

/// <summary>A language model that says what the test wants; it counts a token for every word.</summary>
internal sealed class ScriptedModel(Func<string, (string Text, ChatFinishReason Finish)> answer) : IChatClient
{
    public List<IReadOnlyList<ChatMessage>> Prompts { get; } = [];

    public List<ChatOptions?> Options { get; } = [];

    public static ScriptedModel Saying(string text) => new(_ => (text, ChatFinishReason.Stop));

    public LanguageModel WithContext(int tokens) =>
        new(this, (text, _) => Task.FromResult(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length), tokens);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Prompts.Add([.. messages]);
        Options.Add(options);
        var (text, finish) = answer(Prompts[^1][^1].Text);
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = finish });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}

using Microsoft.Extensions.AI;
using Notulen.App.Eval.Runs;
using Notulen.Core.Engines;
using Xunit;

namespace Notulen.Tests.Eval;

public class CountingLanguageEngineTests
{
    [Fact]
    public async Task Tokens_of_every_answer_are_added_up_and_an_answer_without_counts_adds_none()
    {
        var engine = new CountingLanguageEngine(new Engine(new() { InputTokenCount = 100, OutputTokenCount = 7 }, null, new() { InputTokenCount = 20 }));
        using var client = engine.Client("model");
        for (var i = 0; i < 3; i++)
            Assert.Equal("ja", (await client.GetResponseAsync("vraag", cancellationToken: TestContext.Current.CancellationToken)).Text);
        Assert.Equal((120, 7), engine.Tokens);
    }

    private sealed class Engine(params UsageDetails?[] usages) : ILanguageEngine, IChatClient
    {
        private int _next;

        public IChatClient Client(string model) => this;

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "ja")) { Usage = usages[_next++] });

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<EngineIdentity> IdentifyAsync(string model, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<int> ContextTokensAsync(string model, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<int> CountTokensAsync(string model, string text, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task ReleaseAsync() => Task.CompletedTask;

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}

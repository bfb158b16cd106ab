using Microsoft.Extensions.AI;
using Notulen.Core.Engines;

namespace Notulen.App.Eval.Runs;

/// <summary>Counts the tokens that an engine reads and writes; passes everything on.</summary>
internal sealed class CountingLanguageEngine(ILanguageEngine inner) : ILanguageEngine
{
    private long _read;
    private long _written;

    /// <summary>Tokens of all prompts and all answers so far.</summary>
    public (long Read, long Written) Tokens => (Interlocked.Read(ref _read), Interlocked.Read(ref _written));

    public IChatClient Client(string model) => new CountingClient(inner.Client(model), this);

    public Task<EngineIdentity> IdentifyAsync(string model, CancellationToken cancellationToken) => inner.IdentifyAsync(model, cancellationToken);

    public Task<int> ContextTokensAsync(string model, CancellationToken cancellationToken) => inner.ContextTokensAsync(model, cancellationToken);

    public Task<int> CountTokensAsync(string model, string text, CancellationToken cancellationToken) => inner.CountTokensAsync(model, text, cancellationToken);

    public Task ReleaseAsync() => inner.ReleaseAsync();

    private sealed class CountingClient(IChatClient client, CountingLanguageEngine engine) : DelegatingChatClient(client)
    {
        public override async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            Interlocked.Add(ref engine._read, response.Usage?.InputTokenCount ?? 0);
            Interlocked.Add(ref engine._written, response.Usage?.OutputTokenCount ?? 0);
            return response;
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Notulen.Core.Engines;
using Notulen.Engines.Supervision;

namespace Notulen.Engines.Language;

/// <summary>
/// Speaks OpenAI's chat completions to our own <c>llama-server</c> or to a compatible server elsewhere. What only
/// llama-server can tell (context size, tokens) is estimated carefully for other servers.
/// </summary>
internal sealed class LlamaServerEngine(EngineClient client, EngineOptions options) : ILanguageEngine
{
    private const int PropertiesLimit = 4 * 1024 * 1024;

    /// <summary>Dutch has about 2.8 letters per token in models that know the language; fewer is the safe side.</summary>
    private const double LettersPerToken = 2.3;

    private readonly ConcurrentDictionary<string, int> _context = new();

    public IChatClient Client(string model) => new LlamaChatClient(client, options, model);

    public Task<EngineIdentity> IdentifyAsync(string model, CancellationToken cancellationToken) =>
        client.AskAsync(model, TimeSpan.FromSeconds(options.StartSeconds), async (session, ct) =>
        {
            if (session.Model is not { } file)
                return new EngineIdentity(options.Language.Model ?? model, "", options.Language.Url!.Host, options.Language.Demonstration);
            using var properties = await GetAsync(session, "props", ct);
            var build = properties?.RootElement.TryGetProperty("build_info", out _) == true ? properties.RootElement.Text("build_info") : "";
            return new EngineIdentity(file.Name, file.Sha256, $"llama.cpp {build}".TrimEnd(), file.Demonstration);
        }, cancellationToken);

    public async Task<int> ContextTokensAsync(string model, CancellationToken cancellationToken)
    {
        if (_context.TryGetValue(model, out var known))
            return known;
        var found = await client.AskAsync(model, TimeSpan.FromSeconds(options.StartSeconds), async (session, ct) =>
        {
            using var properties = await GetAsync(session, "props", ct);
            if (properties?.RootElement.TryGetProperty("default_generation_settings", out var settings) == true && settings.Number("n_ctx", 0) is > 0 and var own)
                return (int)own;
            using var models = await GetAsync(session, "v1/models", ct);
            return models is null ? options.Language.ContextTokens : FromModels(models.RootElement) ?? options.Language.ContextTokens;
        }, cancellationToken);
        return _context[model] = found;
    }

    public Task<int> CountTokensAsync(string model, string text, CancellationToken cancellationToken) =>
        client.AskAsync(model, TimeSpan.FromSeconds(options.StartSeconds), async (session, ct) =>
        {
            var body = new JsonObject { ["content"] = text, ["add_special"] = false }.ToJsonString();
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await session.Http.PostAsync("tokenize", content, ct);
            if (!session.Local && response.StatusCode is not HttpStatusCode.OK)
                return (int)Math.Ceiling(Encoding.UTF8.GetByteCount(text) / LettersPerToken);
            using var answer = await EngineAnswer.ReadAsync(client.Name, response, ChatAnswer.Limit, ct);
            return answer.RootElement.List("tokens", ChatAnswer.Limit).Count();
        }, cancellationToken);

    public Task ReleaseAsync() => client.ReleaseAsync();

    /// <returns>Null when a remote server does not know the address.</returns>
    private async Task<JsonDocument?> GetAsync(EngineSession session, string path, CancellationToken cancellationToken)
    {
        using var response = await session.Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return !session.Local && response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Forbidden
            ? null
            : await EngineAnswer.ReadAsync(client.Name, response, PropertiesLimit, cancellationToken);
    }

    // llama.cpp says meta.n_ctx, vLLM max_model_len.
    private int? FromModels(JsonElement root)
    {
        var name = options.Language.Model;
        foreach (var model in root.List("data", 10_000))
        {
            if (name is not null && model.TryGetProperty("id", out _) && model.Text("id") != name)
                continue;
            var tokens = model.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object ? meta.Number("n_ctx", 0) : 0;
            tokens = Math.Max(tokens, model.Number("max_model_len", 0));
            if (tokens is > 0 and < int.MaxValue)
                return (int)Math.Min(tokens, options.Language.ContextTokens);
        }
        return null;
    }
}

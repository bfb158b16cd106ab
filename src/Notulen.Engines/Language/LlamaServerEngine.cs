using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Notulen.Core.Engines;
using Notulen.Engines.Supervision;

namespace Notulen.Engines.Language;

/// <summary>llama.cpp's <c>llama-server</c> on this machine.</summary>
public sealed class LlamaServerEngine : ILanguageEngine, IAsyncDisposable
{
    private const string Name = "llama-server";
    private readonly IEngineFiles _files;
    private readonly EngineOptions _options;
    private readonly EngineSupervisor _supervisor;
    private readonly ILogger _log;
    private readonly ConcurrentDictionary<string, int> _contexts = new();

    // Another program on this machine cannot use our engine.
    private readonly string _key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public LlamaServerEngine(IEngineFiles files, IOptions<EngineOptions> options, TimeProvider clock, ILogger<LlamaServerEngine> log)
    {
        (_files, _options, _log) = (files, options.Value, log);
        _supervisor = new EngineSupervisor(Name, LaunchAsync, _options, clock, log);
    }

    public IChatClient Client(string model) => new ChatCompletionsClient(
        model, (body, read, cancellationToken) => PostAsync(model, "/v1/chat/completions", body, answer => Noted(read(answer)), cancellationToken));

    private ChatResponse Noted(ChatResponse response)
    {
        _log.LogInformation(
            "{Engine} answered with {Tokens} tokens on {PromptTokens} ({Reason})", Name,
            response.Usage?.OutputTokenCount, response.Usage?.InputTokenCount, response.FinishReason?.Value);
        return response;
    }

    public async Task<EngineIdentity> IdentifyAsync(string model, CancellationToken cancellationToken)
    {
        var file = await _files.ModelAsync(model, cancellationToken);
        await _files.LanguageServerAsync(cancellationToken);
        return new EngineIdentity(file.Name, file.Sha256, "llama.cpp", file.Demonstration);
    }

    public async Task<int> ContextTokensAsync(string model, CancellationToken cancellationToken)
    {
        if (_contexts.TryGetValue(model, out var known))
            return known;
        var tokens = await _supervisor.UseAsync(
            model,
            TimeSpan.FromSeconds(30),
            async (http, address, token) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/props"));
                using var answer = await SendAsync(http, request, token);
                return answer.RootElement.TryGetProperty("default_generation_settings", out var settings)
                    && settings.TryGetProperty("n_ctx", out var context)
                    ? context.GetInt32()
                    : throw new EngineAnswerException("no context size in the properties");
            },
            cancellationToken);
        return _contexts[model] = tokens;
    }

    public Task<int> CountTokensAsync(string model, string text, CancellationToken cancellationToken) => PostAsync(
        model,
        "/tokenize",
        new { content = text },
        answer => answer.TryGetProperty("tokens", out var tokens) && tokens.ValueKind == JsonValueKind.Array
            ? tokens.GetArrayLength()
            : throw new EngineAnswerException("no tokens in the answer"),
        cancellationToken);

    public Task ReleaseAsync() => _supervisor.ReleaseAsync();

    public ValueTask DisposeAsync() => _supervisor.DisposeAsync();

    private Task<T> PostAsync<T>(string model, string path, object body, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        _supervisor.UseAsync(
            model,
            TimeSpan.FromSeconds(_options.Language.RequestDeadlineSeconds),
            async (http, address, token) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path)) { Content = JsonContent.Create(body) };
                using var answer = await SendAsync(http, request, token);
                return read(answer.RootElement);
            },
            cancellationToken);

    private async Task<JsonDocument> SendAsync(HttpClient http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", _key);
        using var answer = await http.SendAsync(request, cancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(body)
            : throw new EngineAnswerException($"status {(int)answer.StatusCode}");
    }

    private async Task<EngineLaunch> LaunchAsync(string model, CancellationToken cancellationToken)
    {
        var file = await _files.ModelAsync(model, cancellationToken);
        return new EngineLaunch(
            Name,
            await _files.LanguageServerAsync(cancellationToken),
            [
                "-m", file.Path, "-c", _options.Language.ContextTokens.ToString(CultureInfo.InvariantCulture),
                "-t", _options.EffectiveThreads.ToString(CultureInfo.InvariantCulture), "-np", "1", "--no-webui", "--offline",
            ],
            new Dictionary<string, string> { ["LLAMA_API_KEY"] = _key },
            "/health");
    }
}

using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Notulen.Core.Engines;
using Notulen.Core.Problems;
using Notulen.Engines;
using Notulen.Engines.Language;
using Notulen.Engines.Supervision;
using Xunit;

namespace Notulen.Tests.Engines;

public sealed class LanguageClientTests : IAsyncLifetime
{
    private const string Good = """
        {"choices":[{"finish_reason":"stop","index":0,"message":{"role":"assistant","content":"{\"punten\": [\"één\"]}\n"}}],
        "usage":{"completion_tokens":9,"prompt_tokens":23,"total_tokens":32},"timings":{"cache_n":20,"prompt_ms":40.5,"prompt_per_second":74.1,"predicted_ms":300,"predicted_per_second":24.2}}
        """;

    private readonly EngineOptions _options = new() { BackOffMilliseconds = 1 };
    private FakeEngine _fake = null!;
    private FakeService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fake = await FakeEngine.StartAsync();
        _service = new FakeService(_fake.Address);
    }

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    [Fact]
    public async Task An_answer_comes_with_its_reason_its_tokens_and_its_timings()
    {
        _fake.ThenAnswer(Good);

        var response = await AskAsync(new ChatOptions());

        Assert.Equal("{\"punten\": [\"één\"]}\n", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal((23, 9, 32), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.TotalTokenCount));
        Assert.Equal(24.2, response.AdditionalProperties!["answerTokensPerSecond"]);
    }

    [Fact]
    public void The_key_of_our_own_server_is_not_among_its_arguments_where_everybody_could_read_it()
    {
        var launch = LlamaServer.Launch("/opt/llama-server", new ModelFile("demo", Path.Combine(Samples.Folder, "README.md"), "", Demonstration: true), _options);

        Assert.NotNull(launch.ApiKey);
        Assert.Contains(launch.ApiKey, launch.Environment.Values);
        Assert.DoesNotContain(launch.Arguments(8000, "/geheim"), argument => argument.Contains(launch.ApiKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Grammar_seed_and_limits_reach_the_engine()
    {
        _fake.ThenAnswer(Good);

        await AskAsync(new ChatOptions
        {
            Temperature = 0,
            Seed = 7,
            MaxOutputTokens = 300,
            StopSequences = ["###"],
            AdditionalProperties = new() { [ILanguageEngine.GrammarProperty] = "root ::= \"ja\"" },
        });

        var (path, body, _) = Assert.Single(_fake.Requests);
        Assert.Equal("/v1/chat/completions", path);
        using var sent = JsonDocument.Parse(body);
        var root = sent.RootElement;
        Assert.Equal("root ::= \"ja\"", root.GetProperty("grammar").GetString());
        Assert.Equal((7, 300), (root.GetProperty("seed").GetInt32(), root.GetProperty("max_tokens").GetInt32()));
        Assert.True(root.GetProperty("cache_prompt").GetBoolean());
        Assert.Equal("###", root.GetProperty("stop")[0].GetString());
        Assert.Equal("user", root.GetProperty("messages")[1].GetProperty("role").GetString());
    }

    [Fact]
    public async Task An_answer_that_was_cut_off_says_so()
    {
        _fake.ThenAnswer("""{"choices":[{"finish_reason":"length","message":{"content":"{\"punten\": ["}}]}""");

        Assert.Equal(ChatFinishReason.Length, (await AskAsync(new ChatOptions())).FinishReason);
    }

    [Fact]
    public async Task A_conversation_that_is_too_long_is_said_with_both_figures_and_not_tried_again()
    {
        _fake.ThenAnswer("""{"error":{"code":400,"message":"…","type":"exceed_context_size_error","n_prompt_tokens":9018,"n_ctx":2048}}""", 400);

        var problem = await Assert.ThrowsAsync<NotulenException>(() => AskAsync(new ChatOptions()));

        Assert.Equal("engine.context", problem.Problem.Code);
        Assert.Equal(["9018", "2048"], problem.Problem.Details);
    }

    [Fact]
    public async Task An_engine_that_refuses_the_grammar_is_not_restarted()
    {
        _fake.ThenAnswer("""{"error":{"code":400,"message":"failed to parse grammar"}}""", 400);

        Assert.Equal("engine.refused", (await Assert.ThrowsAsync<NotulenException>(() => AskAsync(new ChatOptions()))).Problem.Code);
        Assert.Equal([SessionEnd.Fine], _service.Ends);
    }

    [Theory]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":[{"finish_reason":"stop"}]}""")]
    [InlineData("""{"choices":[{"message":{"content":"ja"}}]}""")]
    [InlineData("""{"choices":[{"finish_reason":"onzin","message":{"content":"ja"}}]}""")]
    [InlineData("""{"choices":[{"finish_reason":"stop","message":{"content":7}}]}""")]
    public async Task An_answer_that_may_not_be_whole_is_asked_again(string half)
    {
        _fake.ThenAnswer(half).ThenDie().ThenAnswer(Good);

        Assert.Equal(ChatFinishReason.Stop, (await AskAsync(new ChatOptions())).FinishReason);
        Assert.Equal(3, _fake.Requests.Count);
    }

    [Fact]
    public async Task Streaming_gives_the_whole_answer()
    {
        _fake.ThenAnswer(Good);

        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in Engine().Client("demo").GetStreamingResponseAsync([new(ChatRole.User, "Zeg iets")], cancellationToken: Token))
            updates.Add(update);

        Assert.Equal("{\"punten\": [\"één\"]}\n", string.Concat(updates.Select(update => update.Text)));
        Assert.Contains(updates, update => update.FinishReason == ChatFinishReason.Stop);
    }

    [Fact]
    public async Task Context_and_tokens_are_what_the_engine_says()
    {
        _fake.ThenAnswer("""{"default_generation_settings":{"n_ctx":2048},"total_slots":1}""").ThenAnswer("""{"tokens":[8142,417,14902]}""");
        var engine = Engine();

        Assert.Equal(2048, await engine.ContextTokensAsync("demo", Token));
        Assert.Equal(2048, await engine.ContextTokensAsync("demo", Token));
        Assert.Equal(3, await engine.CountTokensAsync("demo", "Hallo daar", Token));
        Assert.Equal(["/props", "/tokenize"], _fake.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_remote_server_that_cannot_count_tokens_is_estimated_on_the_safe_side()
    {
        _options.Language.Url = _fake.Address;
        _options.Language.Model = "groot";
        _fake.Otherwise = context => context.Request.Path == "/v1/models"
            ? FakeEngine.Answer(context, 200, """{"data":[{"id":"klein","max_model_len":1000},{"id":"groot","max_model_len":6000}]}""")
            : FakeEngine.Answer(context, 404, "{}");
        var engine = new LlamaServerEngine(
            new EngineClient(new RemoteEngine(_options, _options.Language, 1), _options, TimeProvider.System, NullLogger.Instance), _options);

        Assert.Equal(6000, await engine.ContextTokensAsync("demo", Token));
        Assert.InRange(await engine.CountTokensAsync("demo", "De voorzitter opent de vergadering.", Token), 12, 20);
    }

    private LlamaServerEngine Engine() => new(new EngineClient(_service, _options, TimeProvider.System, NullLogger.Instance), _options);

    private Task<ChatResponse> AskAsync(ChatOptions options) =>
        Engine().Client("demo").GetResponseAsync([new(ChatRole.System, "Je bent griffier."), new(ChatRole.User, "Vat samen.")], options, Token);
}

using Microsoft.Extensions.Logging.Abstractions;
using Notulen.Core.Engines;
using Notulen.Core.Problems;
using Notulen.Engines;
using Notulen.Engines.Speech;
using Notulen.Engines.Supervision;
using Xunit;

namespace Notulen.Tests.Engines;

public sealed class SpeechClientTests : IAsyncLifetime
{
    private const string Good = """
        {"task":"transcribe","language":"dutch","duration":2.0,"text":" Goedenavond.","segments":[{"id":0,"text":" Goedenavond.","start":0.1,"end":1.5,
        "words":[{"word":" Goeden","start":0.1,"end":0.8,"t_dtw":-1,"probability":0.9},{"word":"avond","start":0.8,"end":1.4,"probability":0.8},{"word":".","start":1.4,"end":1.5,"probability":0.7}],
        "temperature":0.0,"avg_logprob":-0.2,"no_speech_prob":0.01}]}
        """;

    private readonly EngineOptions _options = new() { BackOffMilliseconds = 1, Speech = { RequestDeadlineSeconds = 60 } };
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
    public async Task Words_come_with_their_times_and_probabilities()
    {
        _fake.ThenAnswer(Good);

        var result = await AskAsync(language: null);

        Assert.Equal("nl", result.Language);
        var segment = Assert.Single(result.Segments);
        Assert.Equal((0.1, 1.5, -0.2, 0.01), (segment.Start, segment.End, segment.AverageLogProbability, segment.NoSpeechProbability));
        Assert.Equal([" Goeden", "avond", "."], segment.Words.Select(word => word.Text));
        Assert.Equal(0.9, segment.Words[0].Probability);
    }

    [Fact]
    public async Task A_request_asks_for_one_greedy_decoding_with_timestamps()
    {
        _fake.ThenAnswer(Good);

        await AskAsync(prompt: "Van der Meulen, Schoolstraat");

        var (path, body, _) = Assert.Single(_fake.Requests);
        Assert.Equal("/v1/audio/transcriptions", path);
        Assert.Equal("verbose_json", Field(body, "response_format"));
        Assert.Equal("0.0", Field(body, "temperature"));
        Assert.Equal("0", Field(body, "temperature_inc"));
        Assert.Equal("nl", Field(body, "language"));
        Assert.Equal("Van der Meulen, Schoolstraat", Field(body, "prompt"));
        Assert.Contains("RIFF", body);
        Assert.DoesNotContain("no_timestamps", body);
    }

    [Fact]
    public async Task An_engine_that_dies_is_replaced_and_asked_again()
    {
        _fake.ThenDie().ThenBreakOff().ThenAnswer(Good);

        Assert.Single((await AskAsync()).Segments);

        Assert.Equal([SessionEnd.Broken, SessionEnd.Broken, SessionEnd.Fine], _service.Ends);
    }

    [Fact]
    public async Task An_engine_that_does_not_answer_in_time_is_replaced()
    {
        _options.Speech.RequestDeadlineSeconds = 1;
        _fake.ThenHang().ThenAnswer(Good);

        Assert.Single((await AskAsync()).Segments);

        Assert.Equal([SessionEnd.Broken, SessionEnd.Fine], _service.Ends);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Internal error")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"error":"failed to process audio"}""")]
    [InlineData("""{"language":"dutch","segments":{}}""")]
    [InlineData("""{"language":"dutch","segments":[{"text":" Hallo","start":"nul","end":1}]}""")]
    [InlineData("""{"language":"dutch","segments":[{"text":" Hallo","start":1e300,"end":1e301}]}""")]
    [InlineData("""{"language":"dutch","segments":[{"text":" Hallo","start":null,"end":1}]}""")]
    [InlineData("""{"language":"dutch","segments":[{"text":" Hal\ud800","start":0,"end":1}]}""")]
    [InlineData("""{"language":"klingon","segments":[]}""")]
    public async Task Nonsense_is_never_taken_for_a_transcript(string nonsense)
    {
        _fake.Otherwise = context => FakeEngine.Answer(context, 200, nonsense);

        var problem = await Assert.ThrowsAsync<NotulenException>(() => AskAsync(language: null));

        Assert.Equal("engine.failed", problem.Problem.Code);
        Assert.Equal(3, _fake.Requests.Count);
        Assert.All(_service.Ends, end => Assert.Equal(SessionEnd.Broken, end));
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        _fake.ThenFlood().ThenAnswer(Good);

        Assert.Single((await AskAsync()).Segments);
    }

    [Fact]
    public async Task A_server_error_is_tried_again_and_a_refusal_is_not()
    {
        _fake.ThenAnswer("{}", 503).ThenAnswer("""{"error":"Invalid API key"}""", 401);

        var problem = await Assert.ThrowsAsync<NotulenException>(() => AskAsync());

        Assert.Equal("engine.refused", problem.Problem.Code);
        Assert.Equal(2, _fake.Requests.Count);
    }

    [Fact]
    public async Task Broken_letters_and_times_beyond_the_window_are_mended()
    {
        _fake.Then(async context =>
        {
            var json = """{"language":"nl","segments":[{"text":" ca~f","start":-0.01,"end":29.9,"words":[{"word":" ca~f","start":-0.01,"end":31,"probability":2}],"avg_logprob":null}]}""";
            await context.Response.Body.WriteAsync(json.Select(letter => letter == '~' ? (byte)0xC3 : (byte)letter).ToArray());
        });

        var segment = Assert.Single((await AskAsync()).Segments);

        Assert.Equal((" caf", 0.0, 2.0, 0.0), (segment.Text, segment.Start, segment.End, segment.AverageLogProbability));
        Assert.Equal(new RecognisedWord(" caf", 0, 2, 1), Assert.Single(segment.Words));
    }

    [Fact]
    public async Task Cancelling_abandons_the_engine()
    {
        using var cancel = new CancellationTokenSource();
        _fake.Then(async context =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Local().TranscribeAsync(Request(), cancel.Token));

        Assert.Equal([SessionEnd.Abandoned], _service.Ends);
        Assert.Single(_fake.Requests);
    }

    [Fact]
    public async Task An_unknown_language_never_reaches_the_engine()
    {
        var problem = await Assert.ThrowsAsync<NotulenException>(() => AskAsync(language: "xx"));

        Assert.Equal("language.unknown", problem.Problem.Code);
        Assert.Empty(_fake.Requests);
    }

    [Fact]
    public async Task A_remote_server_gets_its_model_and_key_and_nothing_that_OpenAI_does_not_know()
    {
        _fake.ThenAnswer("""{"language":"dutch","words":[{"word":"Goedenavond","start":0.1,"end":1.5}],"segments":[{"text":" Goedenavond.","start":0,"end":1.6,"avg_logprob":-0.5,"no_speech_prob":0.1}]}""");
        _options.Speech.Url = _fake.Address;
        _options.Speech.Model = "whisper-large-v3";
        _options.Speech.KeyFile = Path.Combine(Path.GetTempPath(), $"key-{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(_options.Speech.KeyFile, "geheim-123\n", Token);

        var result = await Remote().TranscribeAsync(Request(language: null), Token);

        var (_, body, key) = Assert.Single(_fake.Requests);
        Assert.Equal("Bearer geheim-123", key);
        Assert.Equal("whisper-large-v3", Field(body, "model"));
        Assert.DoesNotContain("temperature_inc", body);
        Assert.DoesNotContain("name=\"language\"", body);
        var word = Assert.Single(Assert.Single(result.Segments).Words);
        Assert.Equal((" Goedenavond", 0.1, 1.5), (word.Text, word.Start, word.End));
        Assert.Equal(Math.Exp(-0.5), word.Probability, 0.001);
        File.Delete(_options.Speech.KeyFile);
    }

    [Fact]
    public async Task A_server_without_words_has_them_spread_over_the_segment()
    {
        _fake.ThenAnswer("""{"language":"nl","segments":[{"text":" Dames en heren","start":0.5,"end":2.0}]}""");
        _options.Speech.Url = _fake.Address;

        var segment = Assert.Single((await Remote().TranscribeAsync(Request(), Token)).Segments);

        Assert.Equal([" Dames", " en", " heren"], segment.Words.Select(word => word.Text));
        Assert.Equal(0.5, segment.Words[0].Start);
        Assert.Equal(2.0, segment.Words[^1].End, 0.001);
        Assert.Equal(segment.Words.Select(word => word.Start).Order(), segment.Words.Select(word => word.Start));
    }

    private WhisperServerEngine Local() => new(new EngineClient(_service, _options, TimeProvider.System, NullLogger.Instance), _options);

    private WhisperServerEngine Remote() => new(
        new EngineClient(new RemoteEngine(_options, _options.Speech, 4), _options, TimeProvider.System, NullLogger.Instance), _options);

    private Task<SpeechResult> AskAsync(string? language = "nl", string? prompt = null) => Local().TranscribeAsync(Request(language, prompt), Token);

    private static SpeechRequest Request(string? language = "nl", string? prompt = null) => new("tiny", new float[32_000], language, prompt, 0);

    private static string? Field(string body, string name)
    {
        var at = body.IndexOf($"name=\"{name}\"", StringComparison.Ordinal);
        if (at < 0)
            return null;
        var start = body.IndexOf("\r\n\r\n", at, StringComparison.Ordinal) + 4;
        return body[start..body.IndexOf("\r\n", start, StringComparison.Ordinal)];
    }
}

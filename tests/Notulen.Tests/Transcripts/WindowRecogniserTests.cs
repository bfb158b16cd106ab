using Notulen.Core.Engines;
using Notulen.Core.Recordings;
using Notulen.Core.Transcripts;
using Xunit;

namespace Notulen.Tests.Transcripts;

public sealed class WindowRecogniserTests : IDisposable
{
    private const double Seconds = 20;
    private const string Sentence =
        " Voorzitter, wij hebben gisteren met de buurt gesproken over de nieuwe fietsbrug bij het station. De meeste bewoners"
        + " willen hem graag, maar vrezen drukte in hun straat. Daarom vragen wij het college om eerst tellingen te houden en"
        + " ons voor de zomer te vertellen wat daaruit kwam.";

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"notulen-{Guid.NewGuid():N}.pcm");
    private readonly ScriptedEngine _engine = new();

    public WindowRecogniserTests() => File.WriteAllBytes(_file, new byte[(int)(Seconds * 32_000)]);

    [Fact]
    public async Task Good_recognition_is_taken_at_once_with_the_vocabulary()
    {
        var result = await RecogniseAsync(Said(Sentence));

        Assert.Equal((0, 0.0), (result.Fallbacks, result.Temperature));
        Assert.Equal("namen", Assert.Single(_engine.Requests).Prompt);
    }

    [Fact]
    public async Task A_loop_is_decoded_again_without_the_vocabulary_and_the_better_one_is_kept()
    {
        var loop = Said(string.Concat(Enumerable.Repeat(" dank u wel", 40)));

        var result = await RecogniseAsync(loop, Said(Sentence));

        Assert.Equal(Sentence, Assert.Single(result.Segments).Text);
        Assert.Equal(1, result.Fallbacks);
        Assert.Null(_engine.Requests[1].Prompt);
        Assert.True(_engine.Requests[1].Temperature > 0);
    }

    [Fact]
    public async Task A_hopeless_window_costs_no_more_than_the_limit()
    {
        var result = await RecogniseAsync(Said(Sentence, probability: -1.5), Said(Sentence, probability: -1.2), Said(Sentence, probability: -1.4));

        Assert.Equal(3, _engine.Requests.Count);
        Assert.Equal(-1.2, result.Segments[0].AverageLogProbability);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(8, 20)]
    [InlineData(0, 12)]
    public async Task Speech_that_was_passed_over_is_listened_to_once_more(double start, double end)
    {
        var missed = end == 0 ? new SpeechResult("nl", []) : Said(Sentence, start, end);

        var result = await RecogniseAsync(missed, Said(Sentence));

        Assert.Equal(1, result.Fallbacks);
        Assert.Equal(Seconds, Assert.Single(result.Segments).End);
    }

    [Fact]
    public async Task Few_words_in_much_speech_are_listened_to_once_more()
    {
        var result = await RecogniseAsync(Said(" Dat is zo."), Said(Sentence));

        Assert.Equal(Sentence, Assert.Single(result.Segments).Text);
    }

    [Fact]
    public async Task Where_there_is_nothing_more_to_hear_one_more_time_is_enough()
    {
        var result = await RecogniseAsync(Said(" Dat is zo."), Said(" Dat is zo."), Said(Sentence));

        Assert.Equal(2, _engine.Requests.Count);
        Assert.Equal(" Dat is zo.", Assert.Single(result.Segments).Text);
    }

    public void Dispose() => File.Delete(_file);

    private static SpeechResult Said(string text, double start = 0, double end = Seconds, double probability = -0.2) =>
        new("nl", [new RecognisedSegment(start, end, text, probability, 0.01, [])]);

    private Task<RecognisedWindow> RecogniseAsync(params SpeechResult[] answers)
    {
        _engine.Answers = new Queue<SpeechResult>(answers);
        return new WindowRecogniser(_engine, "tiny", "nl", "namen", fallbacks: 2)
            .RecogniseAsync(_file, [new WindowSpan(0, Seconds)], 1, TestContext.Current.CancellationToken);
    }

    private sealed class ScriptedEngine : ISpeechEngine
    {
        public Queue<SpeechResult> Answers { get; set; } = [];

        public List<SpeechRequest> Requests { get; } = [];

        public int WindowsInFlight => 1;

        public Task<SpeechResult> TranscribeAsync(SpeechRequest request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            return Task.FromResult(Answers.Dequeue());
        }

        public Task<EngineIdentity> IdentifyAsync(string model, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task ReleaseAsync() => Task.CompletedTask;
    }
}

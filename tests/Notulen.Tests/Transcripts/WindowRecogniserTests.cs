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
    private string _prompt = "namen";

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
    [InlineData(8, 20, 0, 8)]
    [InlineData(0, 12, 12, 20)]
    public async Task Speech_that_was_passed_over_is_listened_to_on_its_own(double start, double end, double from, double to)
    {
        var result = await RecogniseAsync(Said(Sentence, start, end), Said(" Dat hebben wij toen ook gezegd.", 1, 4));

        Assert.Equal(1, result.Fallbacks);
        Assert.Equal((int)((to - from) * DecodedAudio.SampleRate), _engine.Requests[1].Samples.Length);
        Assert.Equal((0, "namen"), (_engine.Requests[1].Temperature, _engine.Requests[1].Prompt));
        var found = result.Segments.Single(segment => segment.Text != Sentence);
        Assert.Equal((from + 1, from + 4), (found.Start, found.End));
        Assert.Equal(from + 1, found.Words[0].Start);
        Assert.Equal(result.Segments.OrderBy(segment => segment.Start), result.Segments);
    }

    [Fact]
    public async Task A_window_without_any_words_is_listened_to_without_the_vocabulary()
    {
        var result = await RecogniseAsync(new SpeechResult("nl", []), Said(Sentence));

        Assert.Null(_engine.Requests[1].Prompt);
        Assert.Equal(Sentence, Assert.Single(result.Segments).Text);
    }

    [Fact]
    public async Task Few_words_in_much_speech_make_place_for_more()
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

    [Theory]
    [InlineData(-1.3, 0.01)]
    [InlineData(-0.2, 0.9)]
    public async Task What_is_then_heard_in_noise_does_not_count(double probability, double noSpeech)
    {
        var doubtful = Said(" Ondertiteling door vrijwilligers en nog een heleboel anderen.", 0, 8, probability);
        doubtful = doubtful with { Segments = [doubtful.Segments[0] with { NoSpeechProbability = noSpeech }] };

        var result = await RecogniseAsync(Said(Sentence, 0, 12), doubtful);

        Assert.Equal(Sentence, Assert.Single(result.Segments).Text);
    }

    [Theory]
    [InlineData(" Ineke Postma, Jan de Vries, Dorpsbelang.")]
    [InlineData(" Vaststelling verslag van 9 september 2026")]
    public async Task A_vocabulary_that_is_read_back_is_not_what_was_said(string echo)
    {
        _prompt = "Commissie Ruimte, Ineke Postma, Jan de Vries, Dorpsbelang, Vaststelling verslag van 9 september 2026.";

        var result = await RecogniseAsync(Said(echo, 0, 3), new SpeechResult("nl", []), new SpeechResult("nl", []));

        Assert.Null(_engine.Requests[1].Prompt);
        Assert.Empty(result.Segments);
    }

    [Fact]
    public async Task A_chair_may_say_what_is_on_the_agenda()
    {
        _prompt = "Commissie Ruimte, Vaststelling verslag van 9 september 2026.";
        var heard = Said(Sentence);
        heard = heard with { Segments = [.. heard.Segments, heard.Segments[0] with { Text = " Vaststelling verslag van 9 september 2026." }] };

        Assert.Equal(0, (await RecogniseAsync(heard)).Fallbacks);
    }

    public void Dispose() => File.Delete(_file);

    private static SpeechResult Said(string text, double start = 0, double end = Seconds, double probability = -0.2) =>
        new("nl", [new RecognisedSegment(start, end, text, probability, 0.01, [new RecognisedWord(text, start, end, 0.9)])]);

    private Task<RecognisedWindow> RecogniseAsync(params SpeechResult[] answers)
    {
        _engine.Answers = new Queue<SpeechResult>(answers);
        return new WindowRecogniser(_engine, "tiny", "nl", _prompt, new ExtraListening(2))
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

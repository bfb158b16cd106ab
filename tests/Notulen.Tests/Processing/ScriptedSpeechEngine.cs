using System.Collections.Concurrent;
using Notulen.Core.Engines;
using Notulen.Tests.Transcripts;

namespace Notulen.Tests.Processing;

/// <summary>A speech engine that says what it is told to, and remembers what it was asked.</summary>
public sealed class ScriptedSpeechEngine : ISpeechEngine
{
    public ConcurrentQueue<SpeechRequest> Asked { get; } = new();

    /// <summary>Answers a request; by default with how many seconds it was.</summary>
    public Func<SpeechRequest, SpeechResult> Answer { get; set; } = request => Say($" Venster van {request.Samples.Length / 16000} seconden.");

    public string Sha256 { get; set; } = new('1', 64);

    public int WindowsInFlight { get; set; } = 1;

    public static SpeechResult Say(string text, double logProbability = -0.2, string language = "nl") =>
        new(language, [SentenceBuilderTests.Segment(0, [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => " " + word)]) with { AverageLogProbability = logProbability }]);

    public Task<EngineIdentity> IdentifyAsync(string model, CancellationToken cancellationToken) =>
        Task.FromResult(new EngineIdentity(model, Sha256, "scripted", Demonstration: false));

    public Task<SpeechResult> TranscribeAsync(SpeechRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Enqueue(request);
        return Task.FromResult(Answer(request));
    }

    public Task ReleaseAsync() => Task.CompletedTask;
}

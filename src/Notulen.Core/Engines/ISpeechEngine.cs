using Notulen.Core.Problems;

namespace Notulen.Core.Engines;

/// <summary>A speech recogniser. One call is one window of at most 30 seconds.</summary>
public interface ISpeechEngine
{
    /// <summary>Recognises one window.</summary>
    /// <exception cref="NotulenException">The engine failed for good: it was restarted and tried again, and failed each time.</exception>
    Task<SpeechResult> TranscribeAsync(SpeechRequest request, CancellationToken cancellationToken);

    /// <summary>Makes sure that the engine runs and says what it is. Starts a local engine.</summary>
    Task<EngineIdentity> IdentifyAsync(string model, CancellationToken cancellationToken);

    /// <summary>How many windows may be on their way at once: 2 keeps a local engine busy, more for a remote one.</summary>
    int WindowsInFlight { get; }

    /// <summary>The speech part of the work is over for now: a local engine may free its memory.</summary>
    Task ReleaseAsync();
}

/// <param name="Model">Name of the model in the catalogue.</param>
/// <param name="Samples">Mono samples at 16 kHz, -1 to 1, at most 30 seconds.</param>
/// <param name="Language">ISO 639-1 code, or null to let the engine tell.</param>
/// <param name="Prompt">Names and jargon that may occur; at most about 200 tokens; null for none.</param>
/// <param name="Temperature">0 for greedy decoding.</param>
public sealed record SpeechRequest(string Model, ReadOnlyMemory<float> Samples, string? Language, string? Prompt, double Temperature);

/// <param name="Language">ISO 639-1 code of the language that was recognised.</param>
/// <param name="Segments">Stretches as the engine cut them.</param>
public sealed record SpeechResult(string Language, IReadOnlyList<RecognisedSegment> Segments);

/// <param name="Start">Seconds from the start of the window.</param>
/// <param name="End">Seconds from the start of the window.</param>
/// <param name="Text">As the engine wrote it.</param>
/// <param name="AverageLogProbability">Mean log-probability of the tokens (natural logarithm).</param>
/// <param name="NoSpeechProbability">0 to 1.</param>
/// <param name="Words">Words or parts of words; a leading blank starts a new word.</param>
public sealed record RecognisedSegment(
    double Start, double End, string Text, double AverageLogProbability, double NoSpeechProbability, IReadOnlyList<RecognisedWord> Words);

/// <param name="Text">With its leading blank, if it has one.</param>
/// <param name="Start">Seconds from the start of the window.</param>
/// <param name="End">Seconds from the start of the window.</param>
/// <param name="Probability">0 to 1.</param>
public sealed record RecognisedWord(string Text, double Start, double End, double Probability);

/// <summary>What answers behind an engine's port.</summary>
/// <param name="Model">Name of the model in the catalogue.</param>
/// <param name="Sha256">Hash of the model's file; empty for a remote engine that does not tell.</param>
/// <param name="Engine">Name and version ("whisper.cpp 1.9.1").</param>
/// <param name="Demonstration">True for a model that is too weak for real minutes.</param>
public sealed record EngineIdentity(string Model, string Sha256, string Engine, bool Demonstration);

using System.Text.Json.Serialization;

namespace Notulen.Core.Transcripts;

/// <summary>What was said in a meeting, as written to <c>transcript.json</c>. All times are seconds from the start of the recording.</summary>
/// <param name="Language">ISO 639-1 code of the language that was recognised ("nl", "en").</param>
/// <param name="Duration">Length of the recording in seconds.</param>
/// <param name="Speech">How the text came about; null for a transcript made elsewhere.</param>
/// <param name="Segments">Sentences in the order in which they start.</param>
public sealed record Transcript(
    string Language,
    double Duration,
    SpeechProvenance? Speech,
    IReadOnlyList<Segment> Segments);

/// <summary>Which engine and model turned sound into text, and what was left out on the way.</summary>
/// <param name="Model">Name of the model in the catalogue.</param>
/// <param name="Sha256">Hash of the model's file, lower-case hexadecimal.</param>
/// <param name="Engine">Name and version of the engine.</param>
/// <param name="Demonstration">True when the model is meant for demonstrations only and too weak for real minutes.</param>
/// <param name="DroppedPhrases">How many invented phrases ("Ondertitels ingediend door…") were dropped.</param>
/// <param name="Fallbacks">How many windows were decoded again, at a higher temperature or where speech was passed over.</param>
public sealed record SpeechProvenance(
    string Model,
    string Sha256,
    string Engine,
    bool Demonstration = false,
    int DroppedPhrases = 0,
    int Fallbacks = 0);

/// <summary>One sentence, or one stretch of speech where no sentence could be told.</summary>
/// <param name="Id">Position in the transcript, from 0; statements in the minutes refer to it.</param>
/// <param name="Start">Seconds from the start of the recording.</param>
/// <param name="End">Seconds from the start of the recording.</param>
/// <param name="Speaker">A name from the roster, an anonymous label ("Spreker 1"), or null when unknown.</param>
/// <param name="Text">The sentence with its punctuation.</param>
/// <param name="Confidence">Mean probability of the words, 0 to 1; 1 for a transcript made by people.</param>
/// <param name="NoSpeech">The engine's probability that there was no speech at all, 0 to 1.</param>
/// <param name="Words">The words with their times; empty when the source had none.</param>
public sealed record Segment(
    int Id,
    double Start,
    double End,
    string? Speaker,
    string Text,
    double Confidence = 1,
    double NoSpeech = 0,
    IReadOnlyList<Word>? Words = null)
{
    /// <summary>The words with their times; empty when the source had none.</summary>
    public IReadOnlyList<Word> Words { get; init; } = Words ?? [];
}

/// <summary>A word as it was heard.</summary>
/// <param name="Text">The word without surrounding blanks, with its punctuation.</param>
/// <param name="Start">Seconds from the start of the recording.</param>
/// <param name="End">Seconds from the start of the recording.</param>
/// <param name="Probability">Mean probability of its tokens, 0 to 1.</param>
public sealed record Word(
    string Text,
    double Start,
    double End,
    [property: JsonPropertyName("p")] double Probability);

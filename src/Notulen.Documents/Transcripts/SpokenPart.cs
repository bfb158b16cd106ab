namespace Notulen.Documents.Transcripts;

/// <summary>What one person says within one caption.</summary>
/// <param name="Speaker">From a voice tag or a name before the words; null when the caption does not say.</param>
/// <param name="Text">Without tags.</param>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds.</param>
/// <param name="Utterance">Captions with the same value are one utterance cut up for the screen; null when the file does not tell.</param>
/// <param name="Fresh">Certainly not the continuation of the part before (a dash in a dialogue).</param>
internal sealed record SpokenPart(string? Speaker, string Text, double Start, double End, string? Utterance, bool Fresh = false);

namespace Notulen.Documents.Transcripts;

/// <summary>A caption as it stands in a file.</summary>
/// <param name="Name">The line above the times; null when there is none.</param>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds, not before <paramref name="Start"/>.</param>
/// <param name="Lines">With their tags.</param>
internal sealed record RawCue(string? Name, double Start, double End, IReadOnlyList<string> Lines);

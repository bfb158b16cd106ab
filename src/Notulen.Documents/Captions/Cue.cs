namespace Notulen.Documents.Captions;

/// <summary>One caption on the screen.</summary>
/// <param name="Start">Milliseconds from the start of the recording.</param>
/// <param name="End">Milliseconds from the start of the recording; after <paramref name="Start"/>.</param>
/// <param name="Segment">Id of the segment that it is (a part of).</param>
/// <param name="Part">Which part of the segment, from 0.</param>
/// <param name="Speaker">Who speaks; null when unknown.</param>
/// <param name="Lines">One or two lines, unescaped.</param>
internal sealed record Cue(long Start, long End, int Segment, int Part, string? Speaker, IReadOnlyList<string> Lines);

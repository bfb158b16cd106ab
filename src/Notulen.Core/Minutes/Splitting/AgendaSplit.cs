namespace Notulen.Core.Minutes.Splitting;

/// <summary>Which part of the recording belongs to which agenda item.</summary>
/// <param name="Spans">In the order in which they were treated; items that were not treated stand where the agenda has them.</param>
/// <param name="AgendaUsed">False when there is no agenda file, or when it does not fit this recording.</param>
/// <param name="Remarks">What the reader of the minutes must know, in the language of the minutes.</param>
public sealed record AgendaSplit(IReadOnlyList<AgendaSpan> Spans, bool AgendaUsed, IReadOnlyList<string> Remarks);

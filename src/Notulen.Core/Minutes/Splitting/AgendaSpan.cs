namespace Notulen.Core.Minutes.Splitting;

/// <summary>A stretch of the meeting in which one agenda item was treated.</summary>
/// <param name="Item">Index in the agenda file; null for an item that only the recording knows.</param>
/// <param name="Number">Number as printed or as said; null when there is none.</param>
/// <param name="Title">Title of the agenda file, or a working title.</param>
/// <param name="Confidential">Closed to the public according to the agenda file.</param>
/// <param name="FirstSegment">Id of the first segment; null when the item was not treated aloud.</param>
/// <param name="LastSegment">Id of the last segment, inclusive.</param>
/// <param name="Continued">The item was treated before and is taken up again here.</param>
public sealed record AgendaSpan(
    int? Item, string? Number, string Title, bool Confidential, int? FirstSegment, int? LastSegment, bool Continued = false);

namespace Notulen.Core.Minutes.Splitting;

/// <summary>A sentence that may be the beginning of an item.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Item">Index of the item.</param>
/// <param name="Score">How much speaks for it.</param>
/// <param name="OnlyNext">"Het volgende punt": means the item after the present one, whichever that is.</param>
/// <param name="IsReference">Something of the item is named here; the item itself began before.</param>
internal sealed record ItemCandidate(int Sentence, int Item, double Score, bool OnlyNext, bool IsReference = false);

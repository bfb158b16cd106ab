namespace Notulen.Core.Minutes.Splitting;

/// <summary>A sentence that may be the beginning of an item.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Item">Index of the item.</param>
/// <param name="Score">How much speaks for it.</param>
/// <param name="OnlyNext">"Het volgende punt": means the item after the present one, whichever that is.</param>
/// <param name="IsReference">A motion or amendment of the item is named here; the item itself began before.</param>
/// <param name="IsMention">A member speaks of the item without being announced; the item itself began before.</param>
internal sealed record ItemCandidate(int Sentence, int Item, double Score, bool OnlyNext, bool IsReference = false, bool IsMention = false)
{
    /// <summary>From this score on a number and a title were both heard.</summary>
    public const double Announced = 2.7;

    /// <summary>The item begins at this very sentence.</summary>
    public bool Begins => !IsReference && !IsMention;
}

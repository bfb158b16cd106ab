using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Splitting;

/// <summary>A sentence in which the chair may go to an agenda item.</summary>
/// <param name="Sentence">Where it is said.</param>
/// <param name="Number">The number that was said, as a token ("4", "vier" gives "4", "H"); null when none was.</param>
/// <param name="About">What is said after the cue, in this sentence and the beginning of the next.</param>
/// <param name="Rest">What is said after the cue in this sentence, as recognised.</param>
/// <param name="Strength">0 to 1: at the beginning of a sentence, not as a question; 0 when the item is only named because it is put off.</param>
/// <param name="HasCue">False when only the words of a title were heard.</param>
/// <param name="ByChair">False when it is known that somebody else said it.</param>
public sealed record Announcement(
    Sentence Sentence, string? Number, IReadOnlyList<Token> About, string Rest, double Strength, bool HasCue, bool ByChair);

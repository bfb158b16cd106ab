using Notulen.Core.Minutes.Values;

namespace Notulen.Core.Minutes.Cues;

/// <summary>Where a phrase was found in a sentence.</summary>
/// <param name="First">First token of the phrase.</param>
/// <param name="End">Token after its last.</param>
/// <param name="Numbers">What stood for "{number}", in order.</param>
/// <param name="Name">Tokens that stood for "{name}"; null when the phrase has none.</param>
/// <param name="Rest">First token of "{rest}"; null when the phrase has none.</param>
public sealed record CueMatch(int First, int End, IReadOnlyList<SpokenValue> Numbers, Range? Name, int? Rest);

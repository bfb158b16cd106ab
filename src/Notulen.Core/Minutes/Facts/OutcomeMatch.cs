using Notulen.Core.Minutes.Cues;

namespace Notulen.Core.Minutes.Facts;

/// <summary>An outcome said in a sentence.</summary>
internal sealed record OutcomeMatch(Outcome Outcome, CueMatch Match);

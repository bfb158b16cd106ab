namespace Notulen.Core.Minutes.Facts;

/// <summary>A decision with what it was about, for the motions.</summary>
internal sealed record FoundDecision(Decision Decision, DecisionSubject Subject);

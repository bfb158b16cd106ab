namespace Notulen.Web.Processing;

/// <summary>Shows at Hangfire's dashboard that a stage failed. Why it did is at its <see cref="Core.Processing.StageRun"/>.</summary>
public sealed class StageFailedException(string stage) : Exception($"The stage {stage} failed; the problem is on the meeting's page.");

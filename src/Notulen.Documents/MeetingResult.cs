using Notulen.Core.Minutes;
using Notulen.Core.Transcripts;

namespace Notulen.Documents;

/// <summary>What the work on a recording ends in.</summary>
/// <param name="Transcript">What was said.</param>
/// <param name="Minutes">The draft minutes; their evidence refers to the transcript's segments.</param>
public sealed record MeetingResult(Transcript Transcript, MinutesDocument Minutes);

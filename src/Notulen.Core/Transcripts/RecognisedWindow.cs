using Notulen.Core.Engines;

namespace Notulen.Core.Transcripts;

/// <summary>What was recognised in one window, with times in the window, and how.</summary>
/// <param name="Segments">As the engine cut them.</param>
/// <param name="Temperature">The temperature that gave this text.</param>
/// <param name="Fallbacks">How often the window, or a stretch of it, was decoded again.</param>
public sealed record RecognisedWindow(IReadOnlyList<RecognisedSegment> Segments, double Temperature, int Fallbacks);

using Notulen.Core.Minutes;
using Notulen.Core.Transcripts;
using Notulen.Documents.Captions;

namespace Notulen.Documents.Outline;

/// <summary>Where in the recording something was said, as printed.</summary>
internal sealed class Times(Transcript transcript)
{
    private readonly Dictionary<int, double> _starts = transcript.Segments.GroupBy(segment => segment.Id).ToDictionary(same => same.Key, same => same.First().Start);

    /// <summary>"[00:12:31]"; null when nothing tells.</summary>
    public string? Of(Statement statement) => Print(statement.At ?? First(statement.Evidence));

    public string? Of(MinutesItem item) => Print(item.Start ?? First(item.FirstSegment is { } first ? [first] : []));

    public string? Of(Attendee attendee) => Print(First(attendee.Evidence));

    private double? First(IReadOnlyList<int> evidence) =>
        evidence.Where(_starts.ContainsKey).Select(id => (double?)_starts[id]).Min();

    public static string? Print(double? seconds) => seconds is { } known && double.IsFinite(known) ? $"[{CaptionTime.Seconds(known)}]" : null;
}

using System.Text.Json;
using Notulen.Core;

namespace Notulen.Documents.Json;

/// <summary>The transcript with all that is known of it, for other programs and for a next run.</summary>
public sealed class TranscriptJsonWriter : IResultWriter
{
    public string Extension => ".transcript.json";

    public string MediaType => "application/json";

    public Task WriteAsync(MeetingResult result, Stream output, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(output, result.Transcript, NotulenJson.Complete, cancellationToken);
}

using System.Text.Json;
using Notulen.Core;

namespace Notulen.Documents.Json;

/// <summary>The minutes as data, with the proof of every statement, the unsupported ones marked.</summary>
public sealed class MinutesJsonWriter : IResultWriter
{
    public string Extension => ".minutes.json";

    public string MediaType => "application/json";

    public Task WriteAsync(MeetingResult result, Stream output, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(output, result.Minutes, NotulenJson.Complete, cancellationToken);
}

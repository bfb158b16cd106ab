using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Notulen.Core.Meetings;
using Notulen.Documents;

namespace Notulen.Web.Meetings;

/// <summary>The result files of a meeting, made at the moment they are asked for.</summary>
internal sealed class Downloads(MeetingOverview meetings, MeetingResults results)
{
    /// <summary>What can be asked for: the extension without its first dot, as in "minutes.docx". What people read comes first.</summary>
    public static IEnumerable<string> Kinds => ResultFiles.Writers.Select(writer => writer.Extension[1..]).Reverse();

    public async Task<IResult> GetAsync(Guid id, string kind, HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        var writer = ResultFiles.Writers.SingleOrDefault(writer => writer.Extension == "." + kind);
        if (writer is null
            || await meetings.FindAsync(id, cancellationToken) is not { } meeting
            || await results.TranscriptAsync(id, cancellationToken) is not { } transcript
            || await results.MinutesAsync(id, cancellationToken) is not { } minutes)
            return TypedResults.NotFound();
        // Whole before the first byte goes out: what fails half-way must not look like a file.
        var file = new FileBufferingWriteStream();
        context.Response.RegisterForDisposeAsync(file);
        await writer.WriteAsync(new MeetingResult(transcript, minutes), file, cancellationToken);
        var name = SafeName.Of(Path.GetFileNameWithoutExtension(meeting.FileName) ?? meeting.Title) + writer.Extension;
        return TypedResults.Stream(output => file.DrainBufferAsync(output, cancellationToken), writer.MediaType, name);
    }
}

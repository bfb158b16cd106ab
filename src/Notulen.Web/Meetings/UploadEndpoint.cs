using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Notulen.Core.Meetings;
using Notulen.Core.Problems;
using Notulen.Core.Processing;
using static Notulen.Web.WebTexts;

namespace Notulen.Web.Meetings;

/// <summary>Takes in a recording with what was filled in about it. Answers a script with JSON and a form with a page.</summary>
internal sealed class UploadEndpoint(
    MeetingIntake intake,
    IStageDispatcher dispatcher,
    IAntiforgery antiforgery,
    IOptions<ProcessingOptions> options,
    TimeProvider clock,
    IHostApplicationLifetime life,
    ILogger<UploadEndpoint> log)
{
    // The fields beside the recording: the agenda twice, as a file and as text, and some short ones.
    private const long FieldBytes = 3L << 20;
    private const long MostDrained = 1L << 30;
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(30);

    public async Task<IResult> PostAsync(HttpContext context)
    {
        // An upload may take hours: one that is on its way must not keep the program from stopping.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        var aborted = stop.Token;
        // Every field has a limit of its own and the recording too. A limit on the whole would break the connection off
        // before a browser without script could show what is wrong.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        var upload = new UploadReader(context, antiforgery);
        try
        {
            if (await TakeAsync(upload, context.Request.ContentLength, aborted) is { } meeting)
            {
                await DispatchAsync(meeting);
                var page = $"/vergaderingen/{meeting}";
                return IsScript(context) ? TypedResults.Json(new { location = page }) : new SeeOther(page);
            }
            await DrainAsync(upload.Body, aborted);
        }
        catch (OperationCanceledException) when (life.ApplicationStopping.IsCancellationRequested)
        {
            context.Abort();
            return TypedResults.Empty;
        }
        return IsScript(context)
            ? TypedResults.Json(new { errors = upload.Form.Errors }, statusCode: StatusCodes.Status422UnprocessableEntity)
            : new RazorComponentResult<NewMeetingPage>(new { upload.Form }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task<Guid?> TakeAsync(UploadReader upload, long? length, CancellationToken cancellationToken)
    {
        var form = upload.Form;
        var recording = await upload.FindRecordingAsync(cancellationToken);
        var request = form.ToRequest(recording?.Name ?? "");
        if (recording is null)
            form.Reject(UploadForm.Field.Recording, T("form.recording.missing"));
        else if (length > ((long)options.Value.MaximumMegabytes << 20) + FieldBytes)
            form.Reject(UploadForm.Field.Recording, T("form.recording.tooLarge", options.Value.MaximumMegabytes));
        if (form.Errors.Count > 0)
            return null;
        try
        {
            var id = await intake.AddUploadAsync(recording!.Value.Content, request, cancellationToken);
            log.LogInformation("Meeting {Meeting} was handed in", id);
            return id;
        }
        catch (NotulenException exception)
        {
            log.LogInformation("A recording was refused: {Problem}", exception.Problem.Code);
            form.Reject(exception.Problem);
            return null;
        }
        catch (IOException exception) when (exception is not BadHttpRequestException && !Core.Storage.DiskSpace.IsFull(exception))
        {
            // The sender broke off in the middle of the recording.
            throw new BadHttpRequestException("The upload broke off.", StatusCodes.Status400BadRequest, exception);
        }
    }

    // The meeting is safe in the database: when this fails, the reconciler finds it there.
    private async Task DispatchAsync(Guid meeting)
    {
        try
        {
            await dispatcher.DispatchAsync(meeting, CancellationToken.None);
        }
        catch (Exception exception)
        {
            log.LogWarning(exception, "Meeting {Meeting} could not be queued at once", meeting);
        }
    }

    // A browser that is still sending does not read the answer, and shows that the connection broke instead.
    private async Task DrainAsync(Stream body, CancellationToken aborted)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        using var deadline = clock.CreateTimer(_ => stop.Cancel(), null, LongestDrain, Timeout.InfiniteTimeSpan);
        var buffer = new byte[65536];
        var drained = 0L;
        try
        {
            while (drained < MostDrained && await body.ReadAsync(buffer, stop.Token) is var read and > 0)
                drained += read;
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // Then it must do without.
        }
    }

    private static bool IsScript(HttpContext context) => context.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);

    /// <summary>The answer to a form that did its work: look there, with GET.</summary>
    private sealed class SeeOther(string location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = location;
            return Task.CompletedTask;
        }
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Notulen.Core.Meetings;
using Notulen.Core.Processing;
using Notulen.Web.Hosting;
using Notulen.Web.Minutes;
using Notulen.Web.Transcripts;

namespace Notulen.Web.Meetings;

/// <summary>The pages about meetings.</summary>
internal static class MeetingsEndpoints
{
    private const int LastPage = 10_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ListAsync);
        routes.MapGet("/vergaderingen", () => TypedResults.LocalRedirect("/"));
        routes.MapPost("/vergaderingen", (UploadEndpoint upload, HttpContext context) => upload.PostAsync(context));
        routes.MapGet("/vergaderingen/nieuw", () => new RazorComponentResult<NewMeetingPage>(new { Form = new UploadForm() }));
        routes.MapGet("/vergaderingen/{id:guid}", ShowAsync);
        routes.MapPost("/vergaderingen/{id:guid}/opnieuw", RetryAsync).AddEndpointFilter<AntiforgeryFilter>();
        routes.MapGet("/vergaderingen/{id:guid}/intrekken", AskAsync);
        routes.MapPost("/vergaderingen/{id:guid}/intrekken", WithdrawAsync).AddEndpointFilter<AntiforgeryFilter>();
        routes.MapGet("/vergaderingen/{id:guid}/notulen", MinutesAsync);
        routes.MapGet("/vergaderingen/{id:guid}/transcript", TranscriptAsync);
        routes.MapGet("/vergaderingen/{id:guid}/bestanden/{kind}", (Guid id, string kind, Downloads downloads, HttpContext context) =>
            downloads.GetAsync(id, kind, context));
    }

    private static async Task<IResult> ListAsync(MeetingOverview meetings, HttpContext context, int pagina = 1)
    {
        var page = Math.Clamp(pagina, 1, LastPage);
        var (found, more) = await meetings.ListAsync(page, context.RequestAborted);
        return new RazorComponentResult<MeetingsPage>(new { Meetings = found, Page = page, More = more });
    }

    private static async Task<IResult> ShowAsync(Guid id, MeetingOverview meetings, CancellationToken cancellationToken) =>
        await meetings.FindAsync(id, cancellationToken) is { } meeting
            ? new RazorComponentResult<MeetingPage>(new { Meeting = meeting })
            : TypedResults.NotFound();

    private static async Task<IResult> RetryAsync(
        Guid id, MeetingOverview meetings, MeetingPlanner planner, IStageDispatcher dispatcher, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(id, cancellationToken) is null)
            return TypedResults.NotFound();
        await planner.PlanAsync(id, retryFailed: true, cancellationToken);
        await dispatcher.DispatchAsync(id, cancellationToken);
        return TypedResults.LocalRedirect($"/vergaderingen/{id}");
    }

    private static async Task<IResult> AskAsync(Guid id, MeetingOverview meetings, CancellationToken cancellationToken) =>
        await meetings.FindAsync(id, cancellationToken) switch
        {
            null => TypedResults.NotFound(),
            { HasMinutes: true } => TypedResults.LocalRedirect($"/vergaderingen/{id}"),
            var meeting => new RazorComponentResult<WithdrawPage>(new { Meeting = meeting }),
        };

    // Not called off half-way: the sender may leave, the meeting goes.
    private static async Task<IResult> WithdrawAsync(Guid id, MeetingWithdrawal withdrawal) =>
        TypedResults.LocalRedirect(await withdrawal.WithdrawAsync(id, CancellationToken.None) ? "/" : $"/vergaderingen/{id}");

    private static async Task<IResult> MinutesAsync(Guid id, MeetingOverview meetings, MeetingResults results, CancellationToken cancellationToken) =>
        await meetings.FindAsync(id, cancellationToken) is { } meeting
        && await results.TranscriptAsync(id, cancellationToken) is { } transcript
        && await results.MinutesAsync(id, cancellationToken) is { } minutes
            ? new RazorComponentResult<MinutesPage>(new { Meeting = meeting, Result = new Documents.MeetingResult(transcript, minutes) })
            : TypedResults.NotFound();

    private static async Task<IResult> TranscriptAsync(Guid id, MeetingOverview meetings, MeetingResults results, CancellationToken cancellationToken) =>
        await meetings.FindAsync(id, cancellationToken) is { } meeting
        && await results.TranscriptAsync(id, cancellationToken) is { } transcript
            ? new RazorComponentResult<TranscriptPage>(new { Meeting = meeting, Transcript = transcript })
            : TypedResults.NotFound();
}

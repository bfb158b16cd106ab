using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Notulen.Web.Processing;

/// <summary>Progress as server-sent events, for one meeting or for all that are unfinished.</summary>
internal static class ProgressEndpoints
{
    // Now and then something is sent even when nothing changed, so that a reader that went away is noticed.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/voortgang", (ProgressFeed feed, TimeProvider clock, IHostApplicationLifetime life, HttpContext context) =>
            TypedResults.ServerSentEvents(EventsAsync(feed, null, clock, life, context.RequestAborted)));
        routes.MapGet("/vergaderingen/{id:guid}/voortgang", (Guid id, ProgressFeed feed, TimeProvider clock, IHostApplicationLifetime life, HttpContext context) =>
            TypedResults.ServerSentEvents(EventsAsync(feed, id, clock, life, context.RequestAborted)));
    }

    private static async IAsyncEnumerable<SseItem<IReadOnlyList<ProgressMessage>>> EventsAsync(
        ProgressFeed feed, Guid? meetingId, TimeProvider clock, IHostApplicationLifetime life, [EnumeratorCancellation] CancellationToken aborted)
    {
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        // A page that stays open must not keep the program from stopping.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, life.ApplicationStopping);
        var sent = "";
        var sentAt = clock.GetTimestamp();
        await using var snapshots = feed.WatchAsync(meetingId, stop.Token).GetAsyncEnumerator(stop.Token);
        while (await NextAsync(snapshots))
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
            var messages = snapshots.Current.Values
                .Where(meeting => meetingId is null || meeting.MeetingId == meetingId)
                .Select(ProgressMessage.Of)
                .ToList();
            var text = System.Text.Json.JsonSerializer.Serialize(messages, Core.NotulenJson.Compact);
            if (text == sent && clock.GetElapsedTime(sentAt) < Silence)
                continue;
            (sent, sentAt) = (text, clock.GetTimestamp());
            yield return new SseItem<IReadOnlyList<ProgressMessage>>(messages, "progress");
        }
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<IReadOnlyDictionary<Guid, MeetingProgress>> snapshots)
    {
        try
        {
            return await snapshots.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

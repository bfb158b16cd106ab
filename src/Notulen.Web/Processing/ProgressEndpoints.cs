using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Notulen.Web.Processing;

/// <summary>Progress of the meetings that a page shows, as server-sent events.</summary>
internal static class ProgressEndpoints
{
    // Now and then something is sent even when nothing changed, so that a reader that went away is noticed.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    // As many as a page of the list has, with room to spare.
    private const int MostMeetings = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/voortgang", IResult (
        Guid[] vergadering, ProgressFeed feed, TimeProvider clock, IHostApplicationLifetime life, HttpContext context) =>
        vergadering.Length is > 0 and <= MostMeetings
            ? TypedResults.ServerSentEvents(EventsAsync(feed, vergadering.ToHashSet(), clock, life, context.RequestAborted))
            : TypedResults.BadRequest());

    private static async IAsyncEnumerable<SseItem<IReadOnlyList<ProgressMessage>>> EventsAsync(
        ProgressFeed feed, HashSet<Guid> meetings, TimeProvider clock, IHostApplicationLifetime life, [EnumeratorCancellation] CancellationToken aborted)
    {
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        // A page that stays open must not keep the program from stopping.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, life.ApplicationStopping);
        var sent = "";
        var sentAt = clock.GetTimestamp();
        await using var snapshots = feed.WatchAsync(meetings, stop.Token).GetAsyncEnumerator(stop.Token);
        while (await NextAsync(snapshots))
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
            var messages = snapshots.Current.Values
                .Where(meeting => meetings.Contains(meeting.MeetingId))
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

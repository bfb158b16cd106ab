using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Snapshot = System.Collections.Generic.IReadOnlyDictionary<System.Guid, Notulen.Web.Processing.MeetingProgress>;

namespace Notulen.Web.Processing;

/// <summary>
/// Tells everybody who listens how far meetings are. However many listen, one reader asks the database once a second;
/// when nobody does, it rests.
/// </summary>
public sealed class ProgressFeed(ProgressReader reader, TimeProvider clock, ILogger<ProgressFeed> log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<Channel<Snapshot>, IReadOnlyCollection<Guid>> _listeners = [];
    private bool _reading;

    /// <summary>A snapshot every second; one that is not taken in time is replaced by the next.</summary>
    /// <param name="meetings">Meetings that are in it for as long as they exist, finished or not.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<Snapshot> WatchAsync(
        IReadOnlyCollection<Guid> meetings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<Snapshot>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            _listeners.Add(channel, meetings);
            if (!_reading)
            {
                _reading = true;
                _ = Task.Run(ReadAsync, CancellationToken.None);
            }
        }
        try
        {
            await foreach (var snapshot in channel.Reader.ReadAllAsync(cancellationToken))
                yield return snapshot;
        }
        finally
        {
            lock (_gate)
                _listeners.Remove(channel);
        }
    }

    private async Task ReadAsync()
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            Guid[] watched;
            lock (_gate)
            {
                if (_listeners.Count == 0)
                {
                    _reading = false;
                    return;
                }
                watched = [.. _listeners.Values.SelectMany(meetings => meetings).Distinct()];
            }
            try
            {
                Publish(await reader.ReadUnfinishedAsync(watched, CancellationToken.None));
            }
            catch (Exception exception)
            {
                log.LogWarning(exception, "Progress could not be read; trying again");
            }
        }
        while (await timer.WaitForNextTickAsync());
    }

    private void Publish(Snapshot snapshot)
    {
        lock (_gate)
        {
            foreach (var listener in _listeners.Keys)
                listener.Writer.TryWrite(snapshot);
        }
    }
}

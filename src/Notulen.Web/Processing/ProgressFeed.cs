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
    private readonly Dictionary<Channel<Snapshot>, Guid?> _listeners = [];
    private bool _reading;

    /// <summary>How often the database was asked.</summary>
    internal int Reads { get; private set; }

    /// <summary>A snapshot every second; one that is not taken in time is replaced by the next.</summary>
    /// <param name="meetingId">A meeting that must be in it; null for whatever is unfinished.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<Snapshot> WatchAsync(Guid? meetingId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<Snapshot>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            _listeners.Add(channel, meetingId);
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
        IReadOnlyCollection<Guid> before = [];
        do
        {
            Guid[] also;
            lock (_gate)
            {
                if (_listeners.Count == 0)
                {
                    _reading = false;
                    return;
                }
                also = [.. _listeners.Values.OfType<Guid>().Concat(before).Distinct()];
            }
            try
            {
                Reads++;
                var snapshot = await reader.ReadUnfinishedAsync(also, CancellationToken.None);
                // Who was in it stays in it, so that everybody hears how it ended.
                before = [.. snapshot.Keys];
                Publish(snapshot);
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

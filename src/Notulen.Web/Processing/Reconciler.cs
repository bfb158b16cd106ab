using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Notulen.Core.Processing;
using Notulen.Core.Storage;

namespace Notulen.Web.Processing;

/// <summary>
/// Queues whatever the database says is due: at the start everything that an earlier process left, and from then on
/// every few seconds what was missed.
/// </summary>
public sealed class Reconciler(
    DueWork due,
    HangfireDispatcher dispatcher,
    QueuedStages queued,
    IDbContextFactory<NotulenDb> databases,
    WorkPace pace,
    TimeProvider clock,
    ILogger<Reconciler> log) : BackgroundService
{
    /// <summary>Time between two rounds.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Interval, clock);
            do
            {
                await RoundAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        try
        {
            queued.ForgetWithdrawn();
            foreach (var stage in await due.AllAsync(cancellationToken))
                dispatcher.Enqueue(stage);
            await ObserveAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "The round for due work failed; the next one is in {Seconds} s", Interval.TotalSeconds);
        }
    }

    // An estimate needs a past, also when nobody has been looking.
    private async Task ObserveAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var running = await database.StageRuns
            .AsNoTracking()
            .Where(run => database.StageRuns.Any(other => other.MeetingId == run.MeetingId && other.State == StageState.Running))
            .ToListAsync(cancellationToken);
        pace.Observe(running);
    }
}

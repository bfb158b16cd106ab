using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Notulen.Core.Pipelines;
using Notulen.Core.Problems;
using Notulen.Core.Storage;

namespace Notulen.Core.Processing;

/// <summary>How a call to <see cref="StageRunner.RunAsync"/> ended.</summary>
public enum StageOutcome
{
    /// <summary>The stage is done.</summary>
    Done,

    /// <summary>There was nothing to do: done already, not due yet, or in somebody else's hands.</summary>
    NotDue,

    /// <summary>The problem is in the database; a person must act.</summary>
    Failed,

    /// <summary>Stopped on request or the lease was lost; it goes on later.</summary>
    Interrupted,
}

/// <summary>Runs one stage under a lease. Hangfire and the command line both come here; the database decides what happens.</summary>
public sealed class StageRunner(
    IDbContextFactory<NotulenDb> databases,
    MeetingPipeline pipeline,
    IPipelines definitions,
    NotulenFolders folders,
    TimeProvider clock,
    IOptions<ProcessingOptions> options,
    ILogger<StageRunner> log)
{
    private static readonly string Worker = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>Claims the stage if it is due, runs it, and stores how it ended.</summary>
    public async Task<StageOutcome> RunAsync(Guid meetingId, string stageName, CancellationToken cancellationToken)
    {
        var lease = await ClaimAsync(meetingId, stageName, cancellationToken);
        if (lease is null)
            return StageOutcome.NotDue;

        var started = clock.GetTimestamp();
        log.LogInformation("{Stage} of meeting {Meeting} started", stageName, meetingId);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var quiet = new CancellationTokenSource();
        var heartbeat = Task.CompletedTask;
        try
        {
            var context = await PrepareAsync(meetingId, stageName, lease, cancellationToken);
            heartbeat = BeatAsync(lease, context, stop, quiet.Token);
            await pipeline.Find(stageName).RunAsync(context, stop.Token);
            await quiet.CancelAsync();
            await heartbeat;
            await FinishAsync(lease, cancellationToken);
            log.LogInformation(
                "{Stage} of meeting {Meeting} done in {Seconds:0.0} s", stageName, meetingId, clock.GetElapsedTime(started).TotalSeconds);
            return StageOutcome.Done;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested || cancellationToken.IsCancellationRequested)
        {
            await ReleaseAsync(lease);
            log.LogInformation("{Stage} of meeting {Meeting} was interrupted and will go on later", stageName, meetingId);
            return StageOutcome.Interrupted;
        }
        catch (LeaseLostException)
        {
            log.LogWarning("{Stage} of meeting {Meeting} was taken over by another worker", stageName, meetingId);
            return StageOutcome.Interrupted;
        }
        catch (Exception exception)
        {
            var problem = ProblemOf(exception);
            log.LogError(exception, "{Stage} of meeting {Meeting} failed: {Problem}", stageName, meetingId, problem.Code);
            await FailAsync(lease, problem);
            return StageOutcome.Failed;
        }
        finally
        {
            await quiet.CancelAsync();
            await heartbeat;
        }
    }

    // Compare-and-set: of all who try, one changes the row.
    private async Task<StageLease?> ClaimAsync(Guid meetingId, string stageName, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var lease = new StageLease(Guid.Empty, Guid.NewGuid(), TimeSpan.FromSeconds(options.Value.LeaseSeconds), clock);
        var due = database.StageRuns.Where(run =>
            run.MeetingId == meetingId
            && run.Stage == stageName
            && (run.State == StageState.Waiting || (run.State == StageState.Running && run.LeaseUntil < now))
            && !database.StageRuns.Any(earlier =>
                earlier.MeetingId == meetingId && earlier.Order < run.Order && earlier.State != StageState.Done));

        var parked = JsonSerializer.Serialize(
            new Problem(ProblemKind.Engine, "stage.parked", [options.Value.MaximumAttempts.ToString()]), NotulenJson.Compact);
        await due.Where(run => run.Attempt >= options.Value.MaximumAttempts).ExecuteUpdateAsync(
            set => set
                .SetProperty(run => run.State, StageState.Failed)
                .SetProperty(run => run.LeaseToken, (Guid?)null)
                .SetProperty(run => run.ProblemJson, parked)
                .SetProperty(run => run.FinishedAt, now),
            cancellationToken);

        var claimed = await due.ExecuteUpdateAsync(
            set => set
                .SetProperty(run => run.State, StageState.Running)
                .SetProperty(run => run.LeaseToken, lease.Token)
                .SetProperty(run => run.LeaseUntil, now + lease.Length)
                .SetProperty(run => run.Worker, Worker)
                .SetProperty(run => run.Attempt, run => run.Attempt + 1)
                .SetProperty(run => run.ProblemJson, (string?)null)
                .SetProperty(run => run.StartedAt, run => run.StartedAt ?? now)
                .SetProperty(run => run.FinishedAt, (DateTimeOffset?)null),
            cancellationToken);
        if (claimed == 0)
            return null;
        var id = await database.StageRuns
            .Where(run => run.LeaseToken == lease.Token)
            .Select(run => run.Id)
            .SingleAsync(cancellationToken);
        return lease with { RunId = id };
    }

    private async Task<StageContext> PrepareAsync(Guid meetingId, string stageName, StageLease lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var meeting = await database.Meetings
            .AsNoTracking()
            .Include(meeting => meeting.Recording)
            .SingleAsync(meeting => meeting.Id == meetingId, cancellationToken);
        var workFolder = Path.Combine(folders.Work, meetingId.ToString("N"));
        Directory.CreateDirectory(workFolder);
        return new StageContext(databases, lease, stageName, meeting, definitions.Find(meeting.Pipeline), workFolder);
    }

    // At most one write a second, and none when nothing changed but the lease is young. A database that is busy for a moment
    // must not cost the lease of a stage that takes hours.
    private async Task BeatAsync(StageLease lease, StageContext context, CancellationTokenSource stop, CancellationToken quiet)
    {
        var written = -1.0;
        var renewed = clock.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(quiet))
            {
                var progress = context.Progress;
                if (progress - written < 0.001 && clock.GetElapsedTime(renewed) < lease.Length / 3)
                    continue;
                try
                {
                    await using var database = await databases.CreateDbContextAsync(quiet);
                    if (!await lease.RenewAsync(database, progress, quiet))
                    {
                        await stop.CancelAsync();
                        return;
                    }
                    written = progress;
                    renewed = clock.GetTimestamp();
                }
                catch (Exception exception) when (!quiet.IsCancellationRequested)
                {
                    log.LogWarning(exception, "The lease could not be renewed; it is tried again");
                }
            }
        }
        catch (Exception exception) when (quiet.IsCancellationRequested)
        {
            // The stage is over; so is its heartbeat, whatever it was just doing.
            log.LogDebug(exception, "The heartbeat ended");
        }
    }

    private async Task FinishAsync(StageLease lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var changed = await lease.Held(database).ExecuteUpdateAsync(
            set => set
                .SetProperty(run => run.State, StageState.Done)
                .SetProperty(run => run.Progress, 1)
                .SetProperty(run => run.LeaseToken, (Guid?)null)
                .SetProperty(run => run.LeaseUntil, (DateTimeOffset?)null)
                .SetProperty(run => run.FinishedAt, now),
            cancellationToken);
        if (changed == 0)
            throw new LeaseLostException();
    }

    // An interruption is nobody's fault: it does not count as an attempt.
    private async Task ReleaseAsync(StageLease lease)
    {
        await using var database = await databases.CreateDbContextAsync(CancellationToken.None);
        await lease.Held(database).ExecuteUpdateAsync(
            set => set
                .SetProperty(run => run.State, StageState.Waiting)
                .SetProperty(run => run.LeaseToken, (Guid?)null)
                .SetProperty(run => run.LeaseUntil, (DateTimeOffset?)null)
                .SetProperty(run => run.Attempt, run => run.Attempt - 1),
            CancellationToken.None);
    }

    private async Task FailAsync(StageLease lease, Problem problem)
    {
        await using var database = await databases.CreateDbContextAsync(CancellationToken.None);
        var json = JsonSerializer.Serialize(problem, NotulenJson.Compact);
        var now = clock.GetUtcNow();
        await lease.Held(database).ExecuteUpdateAsync(
            set => set
                .SetProperty(run => run.State, StageState.Failed)
                .SetProperty(run => run.LeaseToken, (Guid?)null)
                .SetProperty(run => run.LeaseUntil, (DateTimeOffset?)null)
                .SetProperty(run => run.ProblemJson, json)
                .SetProperty(run => run.FinishedAt, now),
            CancellationToken.None);
    }

    private Problem ProblemOf(Exception exception) =>
        (exception as NotulenException)?.Problem
        ?? StorageFault.Of(exception, folders.Data)
        ?? new Problem(ProblemKind.Engine, "stage.unexpected", [exception.GetType().Name, folders.Logs]);
}

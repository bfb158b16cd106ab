using Microsoft.EntityFrameworkCore;
using Notulen.Core.Storage;

namespace Notulen.Core.Processing;

/// <summary>A stage that can start now.</summary>
public sealed record DueStage(Guid MeetingId, string Stage);

/// <summary>Finds in the database what can start now, and what was left behind.</summary>
public sealed class DueWork(IDbContextFactory<NotulenDb> databases, TimeProvider clock)
{
    /// <summary>The next stage of a meeting, or null when it is done, failed or in somebody's hands.</summary>
    public async Task<string?> NextAsync(Guid meetingId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Due(database)
            .Where(run => run.MeetingId == meetingId)
            .Select(run => run.Stage)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Everything that can start now, oldest meetings first.</summary>
    public async Task<IReadOnlyList<DueStage>> AllAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Due(database)
            .OrderBy(run => run.MeetingId)
            .Select(run => new DueStage(run.MeetingId, run.Stage))
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Frees everything that a process left running when it was killed. Only for the one process that holds the lock on
    /// the data folder: nobody else can be working.
    /// </summary>
    /// <returns>How many stages were freed.</returns>
    public async Task<int> ReclaimAllAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.StageRuns
            .Where(run => run.State == StageState.Running)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(run => run.State, StageState.Waiting)
                    .SetProperty(run => run.LeaseToken, (Guid?)null)
                    .SetProperty(run => run.LeaseUntil, (DateTimeOffset?)null),
                cancellationToken);
    }

    private IQueryable<StageRun> Due(NotulenDb database)
    {
        var now = clock.GetUtcNow();
        return database.StageRuns.Where(run =>
            (run.State == StageState.Waiting || (run.State == StageState.Running && run.LeaseUntil < now))
            && !database.StageRuns.Any(earlier =>
                earlier.MeetingId == run.MeetingId && earlier.Order < run.Order && earlier.State != StageState.Done));
    }
}

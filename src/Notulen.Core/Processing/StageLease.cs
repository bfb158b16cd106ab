using Microsoft.EntityFrameworkCore;
using Notulen.Core.Storage;

namespace Notulen.Core.Processing;

/// <summary>The right to work on one stage of one meeting, until it expires or somebody else takes it over.</summary>
/// <param name="RunId">The <see cref="StageRun"/>.</param>
/// <param name="Token">Fencing token: writes under another one change nothing.</param>
/// <param name="Length">How long it holds from each renewal.</param>
/// <param name="Clock">The time.</param>
public sealed record StageLease(Guid RunId, Guid Token, TimeSpan Length, TimeProvider Clock)
{
    /// <summary>Renews the lease inside the caller's transaction, or stops it. Getting here is getting somewhere, so attempts start anew.</summary>
    /// <exception cref="LeaseLostException">The lease is somebody else's.</exception>
    public async Task FenceAsync(NotulenDb database, CancellationToken cancellationToken)
    {
        var until = Clock.GetUtcNow() + Length;
        var held = await Held(database).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.LeaseUntil, until).SetProperty(run => run.Attempt, 1), cancellationToken);
        if (held == 0)
            throw new LeaseLostException();
    }

    /// <summary>Renews the lease together with the progress.</summary>
    /// <returns>False when the lease is lost.</returns>
    public async Task<bool> RenewAsync(NotulenDb database, double progress, CancellationToken cancellationToken)
    {
        var until = Clock.GetUtcNow() + Length;
        return await Held(database).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.LeaseUntil, until).SetProperty(run => run.Progress, progress), cancellationToken) == 1;
    }

    /// <summary>The row, if this lease still holds it.</summary>
    public IQueryable<StageRun> Held(NotulenDb database) =>
        database.StageRuns.Where(run => run.Id == RunId && run.LeaseToken == Token);
}

/// <summary>Another worker has taken the stage over; whatever this one was about to write is not written.</summary>
public sealed class LeaseLostException() : OperationCanceledException("The lease on this stage was lost.");

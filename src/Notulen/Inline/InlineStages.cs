using Microsoft.EntityFrameworkCore;
using Notulen.Core.Problems;
using Notulen.Core.Processing;
using Notulen.Core.Storage;

namespace Notulen.App.Inline;

/// <summary>The stages of one meeting in this process, one after another, until all are done or one fails.</summary>
internal sealed class InlineStages(DueWork due, StageRunner runner, IDbContextFactory<NotulenDb> databases, NotulenFolders folders)
{
    public async Task RunAsync(Guid meetingId, CancellationToken cancellationToken)
    {
        while (await due.NextAsync(meetingId, cancellationToken) is { } stage)
        {
            if (await runner.RunAsync(meetingId, stage, cancellationToken) != StageOutcome.Done)
                break;
        }
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <exception cref="NotulenException">The problem of the stage that failed.</exception>
    public async Task ThrowIfFailedAsync(Guid meetingId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var unfinished = await database.StageRuns
            .AsNoTracking()
            .Where(run => run.MeetingId == meetingId && run.State != StageState.Done)
            .OrderBy(run => run.Order)
            .FirstOrDefaultAsync(cancellationToken);
        if (unfinished is not null)
            throw new NotulenException(unfinished.Problem ?? new Problem(ProblemKind.Engine, "stage.unexpected", [unfinished.Stage, folders.Logs]));
    }
}

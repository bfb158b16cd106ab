using Microsoft.EntityFrameworkCore;
using Notulen.Core.Processing;
using Notulen.Core.Storage;

namespace Notulen.Web.Processing;

/// <summary>Reads from the database how far meetings are.</summary>
public sealed class ProgressReader(IDbContextFactory<NotulenDb> databases, StageShares shares, WorkPace pace)
{
    /// <summary>The named meetings.</summary>
    public async Task<IReadOnlyDictionary<Guid, MeetingProgress>> ReadAsync(IReadOnlyCollection<Guid> meetings, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return Sum(await database.StageRuns
            .AsNoTracking()
            .Where(run => meetings.Contains(run.MeetingId))
            .ToListAsync(cancellationToken));
    }

    /// <summary>Every meeting that is not finished, and the named ones.</summary>
    public async Task<IReadOnlyDictionary<Guid, MeetingProgress>> ReadUnfinishedAsync(
        IReadOnlyCollection<Guid> also, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var runs = await database.StageRuns
            .AsNoTracking()
            .Where(run => also.Contains(run.MeetingId) || database.StageRuns.Any(other =>
                other.MeetingId == run.MeetingId && (other.State == StageState.Waiting || other.State == StageState.Running)))
            .ToListAsync(cancellationToken);
        pace.Observe(runs);
        return Sum(runs);
    }

    private Dictionary<Guid, MeetingProgress> Sum(IEnumerable<StageRun> runs) => runs
        .GroupBy(run => run.MeetingId)
        .ToDictionary(meeting => meeting.Key, meeting => Sum(meeting.Key, [.. meeting.OrderBy(run => run.Order)]));

    private MeetingProgress Sum(Guid meetingId, IReadOnlyList<StageRun> runs)
    {
        var state = StateOf(runs);
        return new MeetingProgress(
            meetingId,
            state,
            shares.Overall(runs),
            state == StageState.Running ? pace.LeftOf(meetingId) : null,
            [.. runs.Select(run => new StageProgress(run.Stage, run.State, run.State == StageState.Done ? 1 : run.Progress))],
            runs.FirstOrDefault(run => run.State == StageState.Failed)?.Problem);
    }

    private static StageState StateOf(IReadOnlyList<StageRun> runs) =>
        runs.Any(run => run.State == StageState.Failed) ? StageState.Failed
        : runs.All(run => run.State == StageState.Done) ? StageState.Done
        : runs.Any(run => run.State == StageState.Running) ? StageState.Running
        : StageState.Waiting;
}

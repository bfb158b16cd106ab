using Microsoft.EntityFrameworkCore;
using Notulen.Core.Pipelines;
using Notulen.Core.Storage;

namespace Notulen.Core.Processing;

/// <summary>Decides which stages of a meeting must be done: those that never were, and those whose input or settings changed.</summary>
public sealed class MeetingPlanner(
    IDbContextFactory<NotulenDb> databases, MeetingPipeline pipeline, IPipelines definitions, NotulenFolders folders)
{
    /// <summary>Makes the rows of a meeting agree with its settings. What is done and still holds stays done.</summary>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="retryFailed">True, when a person asks for it, gives stages that failed or were killed a new chance.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task PlanAsync(Guid meetingId, bool retryFailed, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var meeting = await database.Meetings.Include(meeting => meeting.Recording).SingleAsync(meeting => meeting.Id == meetingId, cancellationToken);
        var runs = await database.StageRuns.Where(run => run.MeetingId == meetingId).ToDictionaryAsync(run => run.Stage, cancellationToken);
        var definition = definitions.Find(meeting.Pipeline);
        var fingerprint = meeting.SourceSha256;
        var order = 0;
        foreach (var stage in pipeline.For(meeting))
        {
            fingerprint = Fingerprint.Of(fingerprint, stage.Name, stage.Settings(meeting, definition));
            if (!runs.Remove(stage.Name, out var run))
            {
                run = new StageRun { Id = Guid.CreateVersion7(), MeetingId = meetingId, Stage = stage.Name, Order = order, Fingerprint = fingerprint };
                database.StageRuns.Add(run);
            }
            run.Order = order;
            if (run.Fingerprint != fingerprint)
            {
                run.Generation++;
                run.Fingerprint = fingerprint;
                Reset(run);
            }
            else if (retryFailed && run.State == StageState.Failed)
            {
                Reset(run);
            }
            else if (retryFailed && run.State == StageState.Waiting)
            {
                // Somebody asked for it, so it is no crash that starts itself again and again.
                run.Attempt = 0;
            }
            order++;
        }
        database.StageRuns.RemoveRange(runs.Values);
        await database.SaveChangesAsync(cancellationToken);
        await BringBackWorkingAudioAsync(database, meetingId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // Working audio is thrown away when the minutes are made. If recognition must be done again, decoding must be too.
    private async Task BringBackWorkingAudioAsync(NotulenDb database, Guid meetingId, CancellationToken cancellationToken)
    {
        string[] needAudio = [Stages.DetectSpeechStage.StageName, Stages.TranscribeStage.StageName];
        var runs = await database.StageRuns.Where(run => run.MeetingId == meetingId).ToListAsync(cancellationToken);
        var work = new DirectoryInfo(Path.Combine(folders.Work, meetingId.ToString("N")));
        if ((work.Exists && work.EnumerateFiles("*.pcm").Any())
            || !runs.Any(run => needAudio.Contains(run.Stage) && run.State != StageState.Done))
            return;
        foreach (var run in runs.Where(run => run.Stage == Stages.DecodeStage.StageName && run.State == StageState.Done))
            Reset(run);
        await database.SaveChangesAsync(cancellationToken);
    }

    private static void Reset(StageRun run)
    {
        run.State = StageState.Waiting;
        run.Progress = 0;
        run.Attempt = 0;
        run.LeaseToken = null;
        run.LeaseUntil = null;
        run.Worker = null;
        run.ProblemJson = null;
        run.StartedAt = null;
        run.FinishedAt = null;
    }
}

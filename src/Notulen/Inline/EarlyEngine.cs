using Microsoft.EntityFrameworkCore;
using Notulen.Core.Engines;
using Notulen.Core.Problems;
using Notulen.Core.Processing;
using Notulen.Core.Processing.Stages;
using Notulen.Core.Storage;

namespace Notulen.App.Inline;

/// <summary>Starts the speech engine while the sound is still being prepared: reading its model takes as long as that does.</summary>
internal sealed class EarlyEngine(ISpeechEngine engine, IDbContextFactory<NotulenDb> databases)
{
    /// <summary>Starts the engine if the meeting will need it; what goes wrong is left to the stage that needs it to tell.</summary>
    /// <returns>Dispose when the stages are over: a start that nobody waits for any more is given up.</returns>
    public IAsyncDisposable Begin(Guid meetingId, CancellationToken cancellationToken) => new Start(this, meetingId, cancellationToken);

    private async Task RunAsync(Guid meetingId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var model = await database.Meetings
            .Where(meeting => meeting.Id == meetingId && meeting.Recording != null)
            .Where(_ => database.StageRuns.Any(run => run.MeetingId == meetingId && run.Stage == TranscribeStage.StageName && run.State != StageState.Done))
            .Select(meeting => meeting.SpeechModel)
            .SingleOrDefaultAsync(cancellationToken);
        if (model is not null)
            await engine.IdentifyAsync(model, cancellationToken);
    }

    private sealed class Start : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop;
        private readonly Task _task;

        public Start(EarlyEngine early, Guid meetingId, CancellationToken cancellationToken)
        {
            _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            // On a thread of its own: the hash of a model is computed without giving way.
            _task = Task.Run(() => early.RunAsync(meetingId, _stop.Token), _stop.Token);
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            try
            {
                await _task;
            }
            catch (Exception exception) when (exception is OperationCanceledException or NotulenException)
            {
                // The stage asked for itself, and told.
            }
            _stop.Dispose();
        }
    }
}

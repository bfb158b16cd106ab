using Hangfire;
using Notulen.Core.Processing;

namespace Notulen.Web.Processing;

/// <summary>
/// What Hangfire runs: one stage of one meeting, and then the next is due. It takes names and numbers only, because
/// its arguments are shown at the dashboard. Whether there is anything to do, and how often it is tried, is for the
/// <see cref="StageRun"/> in the database to say.
/// </summary>
public sealed class StageJob(StageRunner runner, IStageDispatcher dispatcher, QueuedStages queued)
{
    [AutomaticRetry(Attempts = 0)]
    [JobDisplayName("{1} ({0})")]
    public async Task RunAsync(Guid meetingId, string stage, CancellationToken cancellationToken)
    {
        StageOutcome outcome;
        try
        {
            outcome = await runner.RunAsync(meetingId, stage, cancellationToken);
        }
        finally
        {
            queued.Forget(new DueStage(meetingId, stage));
        }
        switch (outcome)
        {
            case StageOutcome.Done:
                await dispatcher.DispatchAsync(meetingId, cancellationToken);
                break;
            case StageOutcome.Failed:
                throw new StageFailedException(stage);
        }
    }
}

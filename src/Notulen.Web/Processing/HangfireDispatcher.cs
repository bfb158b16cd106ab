using Hangfire;
using Notulen.Core.Processing;

namespace Notulen.Web.Processing;

/// <summary>Puts the next stage of a meeting in the queue of its kind.</summary>
public sealed class HangfireDispatcher(DueWork due, MeetingPipeline pipeline, IBackgroundJobClient jobs, QueuedStages queued) : IStageDispatcher
{
    public async Task DispatchAsync(Guid meetingId, CancellationToken cancellationToken)
    {
        if (await due.NextAsync(meetingId, cancellationToken) is { } stage)
            Enqueue(new DueStage(meetingId, stage));
    }

    /// <summary>Puts a stage that is due in its queue, unless it is there already.</summary>
    public void Enqueue(DueStage stage)
    {
        if (!queued.TryReserve(stage))
            return;
        try
        {
            var job = jobs.Enqueue<StageJob>(
                pipeline.Find(stage.Stage).Queue, work => work.RunAsync(stage.MeetingId, stage.Stage, CancellationToken.None));
            queued.Remember(stage, job);
        }
        catch
        {
            queued.Forget(stage);
            throw;
        }
    }
}

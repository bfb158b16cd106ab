using System.Collections.Concurrent;
using Hangfire;
using Hangfire.States;
using Notulen.Core.Processing;

namespace Notulen.Web.Processing;

/// <summary>
/// Which stages this process has put in the queue, so that the reconciler does not add them again every few seconds.
/// It is only thrift: a stage that is queued twice is run once.
/// </summary>
public sealed class QueuedStages(JobStorage storage)
{
    // Reserved while the job is being made, when its id is not known yet.
    private const string Reserved = "";

    private static readonly string[] Alive = [EnqueuedState.StateName, ProcessingState.StateName];

    private readonly ConcurrentDictionary<DueStage, string> _jobs = new();

    /// <summary>Claims the right to queue a stage.</summary>
    /// <returns>False when it is in the queue already.</returns>
    public bool TryReserve(DueStage stage) => _jobs.TryAdd(stage, Reserved);

    /// <summary>Remembers the job, unless it is over already.</summary>
    public void Remember(DueStage stage, string job) => _jobs.TryUpdate(stage, job, Reserved);

    /// <summary>The job is over, or was never made.</summary>
    public void Forget(DueStage stage) => _jobs.TryRemove(stage, out _);

    /// <summary>Forgets jobs that were taken out of the queue by somebody at the dashboard.</summary>
    public void ForgetWithdrawn()
    {
        using var connection = storage.GetConnection();
        foreach (var (stage, job) in _jobs)
        {
            if (job != Reserved && !Alive.Contains(connection.GetJobData(job)?.State))
                _jobs.TryRemove(new KeyValuePair<DueStage, string>(stage, job));
        }
    }
}

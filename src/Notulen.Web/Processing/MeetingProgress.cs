using Notulen.Core.Problems;
using Notulen.Core.Processing;

namespace Notulen.Web.Processing;

/// <summary>How far a meeting is.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="State">The whole of it.</param>
/// <param name="Share">Share of the whole that is done, 0 to 1.</param>
/// <param name="Left">Time until it is done; null while that cannot be told.</param>
/// <param name="Stages">In the order of the pipeline.</param>
/// <param name="Problem">What went wrong; null when nothing did.</param>
public sealed record MeetingProgress(
    Guid MeetingId, StageState State, double Share, TimeSpan? Left, IReadOnlyList<StageProgress> Stages, Problem? Problem)
{
    /// <summary>The stage that is worked on, or that failed; null when there is none.</summary>
    public StageProgress? Current => Stages.FirstOrDefault(stage => stage.State is StageState.Running or StageState.Failed);
}

/// <param name="Name"><see cref="IStage.Name"/>.</param>
/// <param name="State">How it is.</param>
/// <param name="Share">Share done, 0 to 1.</param>
public sealed record StageProgress(string Name, StageState State, double Share);

using Notulen.Core.Meetings;
using Notulen.Core.Pipelines;
using Notulen.Core.Problems;

namespace Notulen.Core.Processing;

/// <summary>
/// One step from recording to minutes: reads what earlier stages stored, writes its own result, says how far it is.
/// Running it twice gives the same result; killed at any moment, it goes on where it was.
/// </summary>
public interface IStage
{
    /// <summary>Stable name in the database ("transcribe"); its label for people is "stage.NAME" in the resources.</summary>
    string Name { get; }

    /// <summary>What the work asks of a machine: one of <see cref="Queues"/>.</summary>
    string Queue { get; }

    /// <summary>Rough share of the whole work, for the estimate of the time left.</summary>
    double Weight { get; }

    /// <summary>False when the meeting does not need this stage, as when it started from a transcript.</summary>
    bool Applies(Meeting meeting) => true;

    /// <summary>
    /// Everything besides the earlier stages' results that changes what comes out. When it changes, this stage and all
    /// later ones are done again.
    /// </summary>
    string Settings(Meeting meeting, PipelineDefinition pipeline);

    /// <summary>Does the work. Results are written through <see cref="StageContext.CommitAsync"/> only.</summary>
    /// <exception cref="NotulenException">A problem for a person; the stage counts as failed.</exception>
    /// <exception cref="OperationCanceledException">Stopped; it will go on later.</exception>
    Task RunAsync(StageContext context, CancellationToken cancellationToken);
}

/// <summary>What work asks of a machine.</summary>
public static class Queues
{
    public const string Decode = "decode";
    public const string Transcribe = "transcribe";
    public const string Language = "language";
    public const string Export = "export";

    public static readonly IReadOnlyList<string> All = [Decode, Transcribe, Language, Export];
}

using Notulen.Core.Meetings;
using Notulen.Core.Pipelines;

namespace Notulen.Core.Processing.Stages;

/// <summary>Sentences → agenda items.</summary>
public sealed class SplitAgendaStage : IStage
{
    public const string StageName = "split-agenda";

    public string Name => StageName;
    public string Queue => Queues.Language;
    public double Weight => 0.5;

    public string Settings(Meeting meeting, PipelineDefinition pipeline) => "1";

    public Task RunAsync(StageContext context, CancellationToken cancellationToken) => Task.CompletedTask;
}

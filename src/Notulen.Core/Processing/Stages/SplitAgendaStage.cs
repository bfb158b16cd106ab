using System.Text.Json;
using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Splitting;
using Notulen.Core.Pipelines;

namespace Notulen.Core.Processing.Stages;

/// <summary>Sentences → agenda items, by the chair's announcements, the titles and the order of the agenda.</summary>
public sealed class SplitAgendaStage(MeetingResults results) : IStage
{
    public const string StageName = "split-agenda";

    public string Name => StageName;
    public string Queue => Queues.Language;
    public double Weight => 0.5;

    public string Settings(Meeting meeting, PipelineDefinition pipeline) =>
        Fingerprint.Of("4", meeting.Language, meeting.AgendaJson, JsonSerializer.Serialize(pipeline.Cues, NotulenJson.Compact));

    public async Task RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var transcript = (await results.SentencesAsync(context.Meeting.Id, cancellationToken))!;
        var language = MinutesLanguage.Of(transcript, context.Pipeline);
        var split = AgendaSplitter.Split(transcript, context.Meeting.Agenda, MinutesLanguage.Cues(context.Pipeline, language), language);
        await context.SaveCheckpointAsync("", "", split, cancellationToken);
    }
}

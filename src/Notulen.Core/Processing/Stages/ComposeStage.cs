using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Notulen.Core.Meetings;
using Notulen.Core.Minutes;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.Splitting;
using Notulen.Core.Pipelines;
using Notulen.Core.Problems;
using Notulen.Core.Recordings;

namespace Notulen.Core.Processing.Stages;

/// <summary>Checked facts → draft minutes. The working audio has done its work and goes.</summary>
public sealed class ComposeStage(MeetingResults results, TimeProvider clock) : IStage
{
    public const string StageName = "compose";

    public string Name => StageName;
    public string Queue => Queues.Export;
    public double Weight => 0.5;

    public string Settings(Meeting meeting, PipelineDefinition pipeline) =>
        Fingerprint.Of("3", meeting.Title, meeting.Body, meeting.Date?.ToString("O"), meeting.Recording?.FileName, pipeline.Name, pipeline.Style);

    public async Task RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var meeting = context.Meeting;
        var transcript = (await results.SentencesAsync(meeting.Id, cancellationToken))!;
        var language = MinutesLanguage.Of(transcript, context.Pipeline);
        var split = (await context.FindResultAsync<AgendaSplit>(SplitAgendaStage.StageName, "", cancellationToken))!;
        var items = new List<ItemFacts?>();
        for (var index = 0; index < split.Spans.Count; index++)
            items.Add(await context.FindResultAsync<ItemFacts>(ExtractFactsStage.StageName, ExtractFactsStage.PartOf(index), cancellationToken));
        var used = await context.FindResultAsync<ExtractFactsStage.UsedModel>(ExtractFactsStage.StageName, ExtractFactsStage.ModelPart, cancellationToken);
        var model = used?.Identity;

        var cues = MinutesLanguage.Cues(context.Pipeline, language);
        var agenda = FactsAgenda.Of(meeting, transcript, split, cues, language);

        var minutes = new MinutesComposer(clock).Compose(new ComposeInput
        {
            Language = language,
            Transcript = transcript,
            Agenda = meeting.Agenda with { Title = meeting.Title, Date = agenda.Date, Body = meeting.Body },
            Split = split,
            Items = items,
            Meeting = MeetingFacts.Find(transcript, agenda, cues, language),
            Recording = meeting.Recording?.FileName,
            RecordingSha256 = meeting.Recording?.Sha256,
            Pipeline = meeting.Pipeline,
            Style = context.Pipeline.Style,
            Warnings = [.. WarningsOf(meeting, language), .. FactsAgenda.Warnings(agenda, transcript, cues, language)],
            LanguageModel = model is null ? null : new ModelProvenance(model.Model, model.Sha256, model.Engine, model.Demonstration),
        });
        var json = JsonSerializer.Serialize(minutes, NotulenJson.Compact);
        await context.CommitAsync(
            async database =>
            {
                await database.Minutes.Where(row => row.MeetingId == meeting.Id).ExecuteDeleteAsync(cancellationToken);
                database.Minutes.Add(new MinutesRecord { MeetingId = meeting.Id, Json = json, CreatedAt = clock.GetUtcNow() });
            },
            cancellationToken);
        Directory.Delete(context.WorkFolder, recursive: true);
    }

    // What did not stop the work but must be known: the recording broke off, or there was more to it.
    private static IEnumerable<string> WarningsOf(Meeting meeting, string language)
    {
        var decoded = meeting.Recording?.DecodedJson is { } json ? JsonSerializer.Deserialize<DecodedAudio>(json, NotulenJson.Compact) : null;
        return (decoded?.Warnings ?? []).Select(warning => new Problem(ProblemKind.Input, warning, []).Say(CultureInfo.GetCultureInfo(language)));
    }
}

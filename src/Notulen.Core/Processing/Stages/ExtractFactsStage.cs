using System.Text.Json;
using Microsoft.Extensions.Logging;
using Notulen.Core.Engines;
using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.Model;
using Notulen.Core.Minutes.People;
using Notulen.Core.Minutes.Splitting;
using Notulen.Core.Minutes.Words;
using Notulen.Core.Pipelines;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Processing.Stages;

/// <summary>
/// Agenda items → decisions, actions and points, each with its evidence and the result of the check. Each item is
/// committed as it is done, so none is put to the language model twice.
/// </summary>
public sealed class ExtractFactsStage(MeetingResults results, ILanguageEngine engine, ILogger<ExtractFactsStage> log) : IStage
{
    public const string StageName = "extract-facts";

    public string Name => StageName;
    public string Queue => Queues.Language;
    public double Weight => 30;

    public string Settings(Meeting meeting, PipelineDefinition pipeline) => Fingerprint.Of("4", pipeline.Style, meeting.LanguageModel, meeting.Date?.ToString("O"));

    public async Task RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var transcript = (await results.SentencesAsync(context.Meeting.Id, cancellationToken))!;
        var split = (await context.FindResultAsync<AgendaSplit>(SplitAgendaStage.StageName, "", cancellationToken))!;
        var language = MinutesLanguage.Of(transcript, context.Pipeline);
        var cues = MinutesLanguage.Cues(context.Pipeline, language);
        var identity = context.Meeting.LanguageModel is { } name ? await engine.IdentifyAsync(name, cancellationToken) : null;
        var agenda = FactsAgenda.Of(context.Meeting, transcript, split, cues, language);
        var chair = ChairFinder.Find(SentenceCutter.Cut(transcript.Segments, language), CueBook.Of(cues), new Roster(agenda.Participants));
        var inputs = split.Spans.Select(span => InputOf(span, transcript, context, agenda, chair, cues, language)).ToList();
        var segments = Math.Max(1, inputs.Sum(input => input.Segments.Count));

        LanguageModel? model = null;
        var done = 0;
        for (var index = 0; index < inputs.Count; index++)
        {
            var input = inputs[index];
            var key = KeyOf(input, identity, cues);
            if (await context.FindCheckpointAsync<ItemFacts>(PartOf(index), key, cancellationToken) is null)
            {
                if (identity is not null && input.Segments.Count > 0)
                    model ??= await ConnectAsync(identity.Model, cancellationToken);
                var facts = await ItemFactsExtractor.ExtractAsync(input, model, cancellationToken);
                await context.SaveCheckpointAsync(PartOf(index), key, facts, cancellationToken);
                log.LogInformation(
                    "Meeting {Meeting}: facts of item {Item} found in {Segments} segments", context.Meeting.Id, index, input.Segments.Count);
            }
            done += input.Segments.Count;
            context.Report((double)done / segments);
        }
        await engine.ReleaseAsync();
        await context.SaveCheckpointAsync(ModelPart, "", new UsedModel(identity), cancellationToken);
    }

    /// <summary>Where the model that was used is kept: asking the engine again would start it again.</summary>
    internal const string ModelPart = "model";

    /// <param name="Identity">Null when no language model was used.</param>
    internal sealed record UsedModel(EngineIdentity? Identity);

    internal static string PartOf(int span) => $"item {span}";

    private async Task<LanguageModel> ConnectAsync(string model, CancellationToken cancellationToken) => new(
        engine.Client(model),
        (text, token) => engine.CountTokensAsync(model, text, token),
        await engine.ContextTokensAsync(model, cancellationToken));

    private static ItemInput InputOf(AgendaSpan span, Transcript transcript, StageContext context, Agenda agenda, string? chair, CueSet cues, string language) => new()
    {
        Language = language,
        Number = span.Number,
        Title = span.Title,
        Segments = span is { FirstSegment: { } first, LastSegment: { } last }
            ? [.. transcript.Segments.Where(segment => segment.Id >= first && segment.Id <= last)]
            : [],
        Agenda = agenda,
        Chair = chair,
        Cues = cues,
        Style = context.Pipeline.Style,
    };

    private static string KeyOf(ItemInput input, EngineIdentity? model, CueSet cues) => Fingerprint.Of(
        "4", input.Language, input.Number, input.Title, input.Style, input.Chair, model?.Model, model?.Sha256, Prompt.Version,
        JsonSerializer.Serialize(input.Segments.Select(segment => new { segment.Id, segment.Speaker, segment.Text }), NotulenJson.Compact),
        JsonSerializer.Serialize(input.Agenda, NotulenJson.Compact),
        JsonSerializer.Serialize(cues, NotulenJson.Compact));
}

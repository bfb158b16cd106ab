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
/// committed as it is done, so none is put to the language model twice; without a model several are committed together.
/// </summary>
public sealed class ExtractFactsStage(MeetingResults results, ILanguageEngine engine, ILogger<ExtractFactsStage> log) : IStage
{
    public const string StageName = "extract-facts";

    /// <summary>Items that take no model are found in a moment: less is lost than committing each of them costs.</summary>
    private const int MostTogether = 16;

    public string Name => StageName;
    public string Queue => Queues.Language;
    public double Weight => 30;

    public string Settings(Meeting meeting, PipelineDefinition pipeline) => Fingerprint.Of("4", pipeline.Style, pipeline.Models.SecondOpinion ? SecondOpinion.Version : null, meeting.LanguageModel, meeting.Date?.ToString("O"));

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

        var shared = Fingerprint.Of(JsonSerializer.Serialize(agenda, NotulenJson.Compact), JsonSerializer.Serialize(cues, NotulenJson.Compact));

        // After a correction of the transcript only the items that it touches are put to the model again.
        var before = identity is null ? new Dictionary<string, ItemFacts>()
            : await context.FindElsewhereAsync<ItemFacts>([.. inputs.Select(input => KeyOf(input, identity, shared))], cancellationToken);

        LanguageModel? model = null;
        var done = 0;
        var found = new List<(string Part, string Key, ItemFacts Facts)>();
        for (var index = 0; index < inputs.Count; index++)
        {
            var input = inputs[index];
            var key = KeyOf(input, identity, shared);
            if (await context.FindCheckpointAsync<ItemFacts>(PartOf(index), key, cancellationToken) is null)
            {
                if (!before.TryGetValue(key, out var facts))
                {
                    if (identity is not null && input.Segments.Count > 0)
                        model ??= await ConnectAsync(identity.Model, cancellationToken);
                    facts = await ItemFactsExtractor.ExtractAsync(input, model, cancellationToken);
                }
                found.Add((PartOf(index), key, facts));
                if (identity is not null || found.Count >= MostTogether)
                    await KeepAsync();
                log.LogInformation(
                    "Meeting {Meeting}: facts of item {Item} found in {Segments} segments", context.Meeting.Id, index, input.Segments.Count);
            }
            done += input.Segments.Count;
            context.Report((double)done / segments);
        }
        if (found.Count > 0)
            await KeepAsync();
        await engine.ReleaseAsync();
        await context.SaveCheckpointAsync(ModelPart, "", new UsedModel(identity), cancellationToken);

        async Task KeepAsync()
        {
            await context.SaveCheckpointsAsync(found, cancellationToken);
            found.Clear();
        }
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
        SecondOpinion = context.Pipeline.Models.SecondOpinion,
    };

    private static string KeyOf(ItemInput input, EngineIdentity? model, string shared) => Fingerprint.Of(
        "5", input.Language, input.Number, input.Title, input.Style, input.Chair, input.SecondOpinion ? SecondOpinion.Version : null, model?.Model, model?.Sha256, Prompt.Version,
        JsonSerializer.Serialize(input.Segments.Select(segment => new { segment.Id, segment.Start, segment.Speaker, segment.Text }), NotulenJson.Compact),
        shared);
}

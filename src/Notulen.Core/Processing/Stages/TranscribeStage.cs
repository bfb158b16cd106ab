using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Notulen.Core.Engines;
using Notulen.Core.Meetings;
using Notulen.Core.Pipelines;
using Notulen.Core.Recordings;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Processing.Stages;

/// <summary>Windows → words → sentences. Each window is committed as it is done, so none is ever recognised twice.</summary>
/// <remarks>
/// The vocabulary of the agenda goes along as a prompt but is not part of the result's key: a corrected agenda must not
/// cost another night of recognition.
/// </remarks>
public sealed class TranscribeStage(ISpeechEngine engine, IOptions<ProcessingOptions> options, ILogger<TranscribeStage> log) : IStage
{
    public const string StageName = "transcribe";

    public string Name => StageName;
    public string Queue => Queues.Transcribe;
    public double Weight => 60;

    public bool Applies(Meeting meeting) => meeting.Recording is not null;

    public string Settings(Meeting meeting, PipelineDefinition pipeline) => $"1 {meeting.SpeechModel} {meeting.Language}";

    public async Task RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var model = context.Meeting.SpeechModel!;
        var audio = JsonSerializer.Deserialize<DecodedAudio>(context.Meeting.Recording!.DecodedJson!, NotulenJson.Compact)!;
        var identity = await engine.IdentifyAsync(model, cancellationToken);
        var windows = await LoadAsync(context, cancellationToken);
        var language = await new LanguageChoice(engine, model).DecideAsync(context, audio, windows, identity, cancellationToken);

        var reused = windows.Count(window => window.ResultKey == Key(identity, language, window));
        if (reused > 0)
        {
            log.LogInformation(
                "Meeting {Meeting}: {Reused} of {Total} windows were recognised before and are reused: {Windows}",
                context.Meeting.Id, reused, windows.Count,
                string.Join(", ", windows.Where(window => window.ResultKey == Key(identity, language, window)).Select(window => $"{window.Channel}/{window.Index}")));
        }

        var done = reused;
        context.Report((double)done / windows.Count);
        var prompt = Vocabulary.Prompt(context.Meeting.Agenda);
        var recogniser = new WindowRecogniser(engine, model, language, prompt, new ExtraListening(options.Value.TemperatureFallbacks));
        await Parallel.ForEachAsync(
            windows.Where(window => window.ResultKey != Key(identity, language, window)),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, engine.WindowsInFlight), CancellationToken = cancellationToken },
            async (window, token) =>
            {
                var result = await recogniser.RecogniseAsync(
                    Path.Combine(context.WorkFolder, audio.Files[window.Channel]), Spans(window), audio.Gain, token);
                await StoreAsync(context, window, result, Key(identity, language, window), token);
                log.LogInformation("Meeting {Meeting}: window {Channel}/{Index} recognised", context.Meeting.Id, window.Channel, window.Index);
                context.Report((double)Interlocked.Increment(ref done) / windows.Count);
            });
        await engine.ReleaseAsync();

        // In silence a recogniser falls back to whatever language it likes.
        var invented = new InventedPhrases(context.Pipeline.Cues.Values.SelectMany(cues => cues.Invented));
        var transcript = await TranscriptAssembly.JoinAsync(windows, RecognisedAsync, audio, language, identity, invented);
        await context.CommitAsync(database => transcript.StoreAsync(database, context.Meeting.Id, cancellationToken), cancellationToken);

        async Task<RecognisedWindow> RecognisedAsync(SpeechWindow window)
        {
            await using var database = await context.OpenAsync(cancellationToken);
            var json = await database.SpeechWindows
                .Where(row => row.MeetingId == window.MeetingId && row.Channel == window.Channel && row.Index == window.Index)
                .Select(row => row.ResultJson)
                .SingleAsync(cancellationToken);
            return JsonSerializer.Deserialize<RecognisedWindow>(json!, NotulenJson.Compact)!;
        }
    }

    internal static List<WindowSpan> Spans(SpeechWindow window) =>
        JsonSerializer.Deserialize<List<WindowSpan>>(window.SpansJson, NotulenJson.Compact)!;

    private static string Key(EngineIdentity identity, string language, SpeechWindow window) =>
        Fingerprint.Of("1", identity.Model, identity.Sha256, language, window.SpansJson);

    // Without what was recognised: all of a day's words at once are not needed before they are joined, and then one by one.
    private static async Task<List<SpeechWindow>> LoadAsync(StageContext context, CancellationToken cancellationToken)
    {
        await using var database = await context.OpenAsync(cancellationToken);
        return await database.SpeechWindows
            .AsNoTracking()
            .Where(window => window.MeetingId == context.Meeting.Id)
            .OrderBy(window => window.Start)
            .ThenBy(window => window.Channel)
            .Select(window => new SpeechWindow
            {
                MeetingId = window.MeetingId,
                Channel = window.Channel,
                Index = window.Index,
                Start = window.Start,
                End = window.End,
                SpansJson = window.SpansJson,
                ResultKey = window.ResultKey,
            })
            .ToListAsync(cancellationToken);
    }

    private static async Task StoreAsync(StageContext context, SpeechWindow window, RecognisedWindow result, string key, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(result, NotulenJson.Compact);
        await context.CommitAsync(
            database => database.SpeechWindows
                .Where(row => row.MeetingId == window.MeetingId && row.Channel == window.Channel && row.Index == window.Index)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.ResultJson, json).SetProperty(row => row.ResultKey, key), cancellationToken),
            cancellationToken);
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Notulen.Core.Engines;
using Notulen.Core.Pipelines;
using Notulen.Core.Problems;
using Notulen.Core.Processing;
using Notulen.Core.Recordings;
using Notulen.Core.Storage;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Meetings;

/// <summary>Takes recordings and transcripts in, checks them on arrival, and plans the work. Starting it is up to the caller.</summary>
public sealed class MeetingIntake(
    IDbContextFactory<NotulenDb> databases,
    MediaStore media,
    IAudioDecoder decoder,
    IPipelines pipelines,
    IModelChoice models,
    MeetingPlanner planner,
    IOptions<ProcessingOptions> options,
    TimeProvider clock)
{
    /// <summary>Takes in an upload as a new meeting.</summary>
    /// <exception cref="NotulenException">Not a recording, too large, unknown pipeline, language or model; nothing stays behind.</exception>
    public async Task<Guid> AddUploadAsync(Stream recording, MeetingRequest request, CancellationToken cancellationToken)
    {
        var settings = Resolve(request);
        var (sha256, size) = await media.AddAsync(recording, Limit, cancellationToken);
        try
        {
            await decoder.ProbeAsync(media.PathOf(sha256), cancellationToken);
            return await StoreAsync(NewMeeting(request, settings, sha256, repeatKey: null), Recording(request, sha256, size), cancellationToken);
        }
        catch (Exception exception)
        {
            // Refused, called off by the sender, or not to be stored.
            await using var database = await databases.CreateDbContextAsync(CancellationToken.None);
            await media.RemoveUnlessUsedAsync(sha256, database, CancellationToken.None);
            if (exception is NotulenException refused)
                throw Named(refused, sha256, request.FileName);
            throw;
        }
    }

    /// <summary>Takes in a file of this machine. The same file again goes on where it was, with the settings given now.</summary>
    /// <exception cref="NotulenException">Not a recording, too large, unknown pipeline, language or model.</exception>
    public async Task<Guid> AddFileAsync(string path, MeetingRequest request, CancellationToken cancellationToken)
    {
        var settings = Resolve(request);
        await decoder.ProbeAsync(path, cancellationToken);
        var (sha256, size) = await KeepAsync(path, cancellationToken);
        var repeatKey = $"recording:{sha256}";
        return await FindRepeatAsync(repeatKey, request, settings, cancellationToken)
            ?? await StoreAsync(NewMeeting(request, settings, sha256, repeatKey), Recording(request, sha256, size), cancellationToken);
    }

    // What is stored counts: a file that is still being written may be longer than when it was looked up.
    private async Task<(string Sha256, long Size)> KeepAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var known = await MediaStore.IdentifyAsync(path, cancellationToken);
            if (File.Exists(media.PathOf(known.Sha256)))
                return known;
            await using var source = File.OpenRead(path);
            return await media.AddAsync(source, Limit, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw NotulenException.Input("recording.vanished", path);
        }
        catch (IOException exception) when (StorageFault.Of(exception, path) is null)
        {
            throw NotulenException.Input("recording.broken", path);
        }
    }

    /// <summary>Takes in a transcript that was made elsewhere.</summary>
    /// <param name="transcript">Its sentences.</param>
    /// <param name="sha256">Hash of the file that it came from.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Guid> AddTranscriptAsync(Transcript transcript, string sha256, MeetingRequest request, CancellationToken cancellationToken)
    {
        // What is written is known to be Dutch or English; the pipeline's language is for recordings.
        var settings = Resolve(request with { Language = request.Language ?? (transcript.Language is "nl" or "en" ? transcript.Language : null) }, needsSpeech: false);
        var language = settings.Language == "auto" ? transcript.Language : settings.Language;
        var repeatKey = $"transcript:{sha256}";
        if (await FindRepeatAsync(repeatKey, request, settings, cancellationToken, language) is { } known)
            return known;
        var meeting = NewMeeting(request, settings, sha256, repeatKey);
        return await StoreAsync(meeting, recording: null, cancellationToken, database =>
            new TranscriptAssembly(language, transcript.Duration, transcript.Speech, [.. transcript.Segments.Select(segment => ((int?)null, segment))])
                .StoreAsync(database, meeting.Id, cancellationToken));
    }

    private long Limit => (long)options.Value.MaximumMegabytes << 20;

    private sealed record Settings(string Language, string? SpeechModel, string? LanguageModel);

    private Settings Resolve(MeetingRequest request, bool needsSpeech = true)
    {
        var pipeline = pipelines.Find(request.Pipeline);
        var language = request.Language ?? pipeline.Language;
        if (language is not ("nl" or "en" or "auto"))
            throw NotulenException.Input("language.unknown", language);
        return new Settings(
            language,
            needsSpeech ? models.Speech(request.SpeechModel ?? pipeline.Models.Speech, language) : null,
            models.Language(request.LanguageModel ?? pipeline.Models.Language, language));
    }

    private Meeting NewMeeting(MeetingRequest request, Settings settings, string sha256, string? repeatKey)
    {
        var meeting = new Meeting
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Title = "",
            Pipeline = request.Pipeline,
            Language = settings.Language,
            SourceSha256 = sha256,
            RepeatKey = repeatKey,
            CreatedAt = clock.GetUtcNow(),
        };
        Apply(meeting, request, settings);
        return meeting;
    }

    private static void Apply(Meeting meeting, MeetingRequest request, Settings settings)
    {
        var agenda = request.Agenda;
        meeting.Title = Cut(request.Title ?? agenda?.Title ?? TitleOf(request.FileName), 300);
        meeting.Body = agenda?.Body is { } body ? Cut(body, 200) : null;
        meeting.Date = request.Date ?? agenda?.Date;
        meeting.AgendaJson = agenda is null ? null : JsonSerializer.Serialize(agenda, NotulenJson.Compact);
        meeting.Pipeline = request.Pipeline;
        meeting.Language = settings.Language;
        meeting.SpeechModel = settings.SpeechModel;
        meeting.LanguageModel = settings.LanguageModel;
    }

    private Recording Recording(MeetingRequest request, string sha256, long size) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        MeetingId = Guid.Empty,
        FileName = Cut(Path.GetFileName(request.FileName), 260),
        Sha256 = sha256,
        Size = size,
    };

    /// <param name="repeatKey">What makes it the same work.</param>
    /// <param name="request">What is asked now.</param>
    /// <param name="settings">The request with what was left open filled in.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="transcriptLanguage">Language of a transcript that was handed in; null for a recording, whose language is recognised.</param>
    private async Task<Guid?> FindRepeatAsync(
        string repeatKey, MeetingRequest request, Settings settings, CancellationToken cancellationToken, string? transcriptLanguage = null)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var meeting = await database.Meetings.SingleOrDefaultAsync(meeting => meeting.RepeatKey == repeatKey, cancellationToken);
        if (meeting is null)
            return null;
        Apply(meeting, request, settings);
        if (transcriptLanguage is not null && await database.Transcripts.SingleOrDefaultAsync(row => row.MeetingId == meeting.Id, cancellationToken) is { } transcript)
            transcript.Language = transcriptLanguage;
        await database.SaveChangesAsync(cancellationToken);
        await planner.PlanAsync(meeting.Id, retryFailed: true, cancellationToken);
        return meeting.Id;
    }

    private async Task<Guid> StoreAsync(
        Meeting meeting, Recording? recording, CancellationToken cancellationToken, Func<NotulenDb, Task>? more = null)
    {
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            recording?.MeetingId = meeting.Id;
            meeting.Recording = recording;
            database.Meetings.Add(meeting);
            await database.SaveChangesAsync(cancellationToken);
            if (more is not null)
                await more(database);
            await transaction.CommitAsync(cancellationToken);
        }
        await planner.PlanAsync(meeting.Id, retryFailed: false, cancellationToken);
        return meeting.Id;
    }

    // The store knows a recording by its hash; the person knows it by its name.
    private static NotulenException Named(NotulenException exception, string sha256, string fileName) =>
        new(exception.Problem with { Details = [.. exception.Problem.Details.Select(detail => detail == sha256 ? Path.GetFileName(fileName) : detail)] }, exception);

    /// <summary>A file's name as a title; "raad.transcript.json" is about "raad".</summary>
    private static string TitleOf(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        return name.EndsWith(".transcript", StringComparison.OrdinalIgnoreCase) && name.Length > ".transcript".Length ? name[..^".transcript".Length] : name;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}

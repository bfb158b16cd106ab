using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Notulen.App.CommandLine;
using Notulen.Core.Meetings;
using Notulen.Core.Problems;
using Notulen.Core.Storage;
using Notulen.Documents;
using Notulen.Documents.Transcripts;

namespace Notulen.App.Inline;

/// <summary>The whole way from a file to minutes on disk, in this process: the same pipeline that Hangfire runs, stage after stage.</summary>
internal sealed class InlineMinutes(
    MeetingIntake intake, EarlyEngine engine, InlineStages stages, WrittenFiles written, MeetingResults results, IDbContextFactory<NotulenDb> databases, NotulenFolders folders)
{
    /// <summary>Makes the minutes; a second call on the same file goes on where the first one stopped.</summary>
    /// <returns>Full paths of the files that were written.</returns>
    /// <exception cref="NotulenException">The problem of the stage that failed.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(
        InlineRequest request, ConsoleProgress? progress, CultureInfo culture, CancellationToken cancellationToken)
    {
        var settings = request.Settings with
        {
            FileName = Path.GetFileName(request.Source),
            Agenda = request.AgendaFile is null ? null : await AgendaFile.ReadAsync(request.AgendaFile, cancellationToken),
        };
        progress?.Say("progress.taking", settings.FileName);
        if (request.Fresh)
            await ForgetAsync(request.Source, cancellationToken);
        var meetingId = request.Transcript is null
            ? await intake.AddFileAsync(request.Recording!, settings, cancellationToken)
            : await AddTranscriptAsync(request.Transcript, settings, cancellationToken);

        await using (progress is null ? null : progress.Watch(meetingId, databases))
        await using (engine.Begin(meetingId, cancellationToken))
        {
            await stages.RunAsync(meetingId, cancellationToken);
        }
        await stages.ThrowIfFailedAsync(meetingId, cancellationToken);

        var transcript = await results.TranscriptAsync(meetingId, cancellationToken);
        var minutes = await results.MinutesAsync(meetingId, cancellationToken);
        var writers = WritersFor(request);
        // What a person made of the minutes since is theirs.
        foreach (var (from, to) in written.PutAside(writers.Select(writer => ResultFiles.PathOf(writer, request.Output, request.Name)), culture))
            ConsoleProgress.WriteLine(NotulenCommandLine.Texts[culture, "written.aside", from, to]);
        var files = await new ResultFiles(writers).WriteAsync(
            new MeetingResult(transcript!, minutes!), request.Output, request.Name, cancellationToken);
        written.Remember(files);
        progress?.Summarise(minutes!);
        return files;
    }

    // A transcript that lies where the results go is somebody's work and stays as it is.
    private static IReadOnlyList<IResultWriter> WritersFor(InlineRequest request) =>
        [.. ResultFiles.Writers.Where(writer => ResultFiles.PathOf(writer, request.Output, request.Name) != request.Source)];

    private async Task ForgetAsync(string source, CancellationToken cancellationToken)
    {
        var (sha256, _) = await MediaStore.IdentifyAsync(source, cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var before = database.Meetings.Where(meeting => meeting.RepeatKey != null && meeting.SourceSha256 == sha256);
        foreach (var id in await before.Select(meeting => meeting.Id).ToListAsync(cancellationToken))
        {
            var work = Path.Combine(folders.Work, id.ToString("N"));
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
        }
        await before.ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<Guid> AddTranscriptAsync(string path, MeetingRequest settings, CancellationToken cancellationToken)
    {
        var transcript = await TranscriptFile.ReadAsync(path, cancellationToken);
        var (sha256, _) = await MediaStore.IdentifyAsync(path, cancellationToken);
        // What the transcript says of its language goes before what the pipeline supposes.
        var language = settings.Language ?? (transcript.Language is "nl" or "en" ? transcript.Language : null);
        return await intake.AddTranscriptAsync(transcript, sha256, settings with { Language = language }, cancellationToken);
    }
}

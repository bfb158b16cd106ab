using Microsoft.EntityFrameworkCore;
using Notulen.Core.Meetings;
using Notulen.Core.Pipelines;
using Notulen.Core.Processing;
using Notulen.Core.Storage;
using Notulen.Web.Processing;

namespace Notulen.Web.Meetings;

/// <summary>Reads meetings for the pages.</summary>
public sealed class MeetingOverview(IDbContextFactory<NotulenDb> databases, ProgressReader progress, IPipelines pipelines)
{
    /// <summary>Meetings on one page of the list.</summary>
    public const int PageSize = 25;

    /// <summary>One page of the list, newest first, and whether there are older ones.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(IReadOnlyList<MeetingSummary> Meetings, bool More)> ListAsync(int page, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await SummariseAsync(
            database.Meetings.OrderByDescending(meeting => meeting.CreatedAt).ThenBy(meeting => meeting.Id).Skip((page - 1) * PageSize).Take(PageSize + 1),
            database,
            cancellationToken);
        return ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    /// <summary>One meeting, or null when there is none.</summary>
    public async Task<MeetingSummary?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return (await SummariseAsync(database.Meetings.Where(meeting => meeting.Id == id), database, cancellationToken)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<MeetingSummary>> SummariseAsync(
        IQueryable<Meeting> meetings, NotulenDb database, CancellationToken cancellationToken)
    {
        var rows = await meetings
            .Select(meeting => new
            {
                meeting.Id,
                meeting.Title,
                meeting.Body,
                meeting.Date,
                meeting.CreatedAt,
                meeting.Pipeline,
                FileName = meeting.Recording == null ? null : meeting.Recording.FileName,
                HasTranscript = database.Transcripts.Any(transcript => transcript.MeetingId == meeting.Id),
                HasMinutes = database.Minutes.Any(minutes => minutes.MeetingId == meeting.Id),
            })
            .ToListAsync(cancellationToken);
        var states = await progress.ReadAsync([.. rows.Select(row => row.Id)], cancellationToken);
        var kinds = pipelines.All.ToDictionary(pipeline => pipeline.Name, pipeline => pipeline.Title);
        return [.. rows.Select(row => new MeetingSummary
        {
            Id = row.Id,
            Title = row.Title,
            Body = row.Body,
            Date = row.Date,
            CreatedAt = row.CreatedAt,
            Kind = kinds.GetValueOrDefault(row.Pipeline, row.Pipeline),
            FileName = row.FileName,
            // Taken in, but the process ended before its work was planned.
            Progress = states.GetValueOrDefault(row.Id) ?? new MeetingProgress(row.Id, StageState.Waiting, 0, null, [], null),
            HasTranscript = row.HasTranscript,
            HasMinutes = row.HasMinutes,
        })];
    }
}

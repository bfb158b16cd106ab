using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Notulen.Core.Minutes;
using Notulen.Core.Storage;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Meetings;

/// <summary>Reads what the pipeline made of a meeting.</summary>
public sealed class MeetingResults(IDbContextFactory<NotulenDb> databases)
{
    /// <summary>The transcript with every word, or null when it is not there yet.</summary>
    public Task<Transcript?> TranscriptAsync(Guid meetingId, CancellationToken cancellationToken) =>
        ReadAsync(meetingId, segment => segment, cancellationToken);

    /// <summary>The transcript without the single words and their times, which are most of it; or null when it is not there yet.</summary>
    public Task<Transcript?> SentencesAsync(Guid meetingId, CancellationToken cancellationToken) => ReadAsync(
        meetingId,
        segment => new SegmentRecord
        {
            MeetingId = segment.MeetingId,
            Index = segment.Index,
            Start = segment.Start,
            End = segment.End,
            Channel = segment.Channel,
            Speaker = segment.Speaker,
            Text = segment.Text,
            Confidence = segment.Confidence,
            NoSpeech = segment.NoSpeech,
            WordsJson = "[]",
        },
        cancellationToken);

    /// <summary>The draft minutes, or null when they are not there yet.</summary>
    public async Task<MinutesDocument?> MinutesAsync(Guid meetingId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var json = await database.Minutes.Where(row => row.MeetingId == meetingId).Select(row => row.Json).SingleOrDefaultAsync(cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize<MinutesDocument>(json, NotulenJson.Compact);
    }

    private async Task<Transcript?> ReadAsync(Guid meetingId, Expression<Func<SegmentRecord, SegmentRecord>> columns, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var head = await database.Transcripts.AsNoTracking().SingleOrDefaultAsync(row => row.MeetingId == meetingId, cancellationToken);
        if (head is null)
            return null;
        var segments = new List<Segment>();
        await foreach (var segment in database.Segments
            .AsNoTracking()
            .Where(segment => segment.MeetingId == meetingId)
            .OrderBy(segment => segment.Index)
            .Select(columns)
            .AsAsyncEnumerable()
            .WithCancellation(cancellationToken))
        {
            segments.Add(segment.ToSegment());
        }
        var speech = head.SpeechJson is null ? null : JsonSerializer.Deserialize<SpeechProvenance>(head.SpeechJson, NotulenJson.Compact);
        return new Transcript(head.Language, head.Duration, speech, segments);
    }
}

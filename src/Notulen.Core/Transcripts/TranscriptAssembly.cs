using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Notulen.Core.Engines;
using Notulen.Core.Processing.Stages;
using Notulen.Core.Recordings;
using Notulen.Core.Storage;

namespace Notulen.Core.Transcripts;

/// <summary>A whole transcript on its way into the database: sentences in the order in which they start, with their channel.</summary>
internal sealed record TranscriptAssembly(
    string Language, double Duration, SpeechProvenance? Speech, IReadOnlyList<(int? Channel, Segment Segment)> Sentences)
{
    private const int SegmentsAtOnce = 250;

    // What was recognised is asked for window by window: the words of a whole day are not wanted twice in memory.
    public static async Task<TranscriptAssembly> JoinAsync(
        IReadOnlyList<SpeechWindow> windows, Func<SpeechWindow, Task<RecognisedWindow>> recognised,
        DecodedAudio audio, string language, EngineIdentity identity, InventedPhrases invented)
    {
        var dropped = 0;
        var fallbacks = 0;
        var sentences = new List<(int? Channel, Segment Segment)>();
        var channels = windows.GroupBy(window => window.Channel).ToList();
        foreach (var channel in channels)
        {
            var builder = new SentenceBuilder();
            foreach (var window in channel.OrderBy(window => window.Index))
            {
                var result = await recognised(window);
                dropped += builder.Add(result, TranscribeStage.Spans(window), invented);
                fallbacks += result.Fallbacks > 0 ? 1 : 0;
            }
            int? label = channels.Count > 1 ? channel.Key : null;
            sentences.AddRange(builder.Finish().Select(sentence => (label, sentence)));
        }
        sentences = Overheard.Without([.. sentences.OrderBy(sentence => sentence.Segment.Start)]);
        return new TranscriptAssembly(
            language,
            Math.Round(audio.Duration, 2),
            new SpeechProvenance(identity.Model, identity.Sha256, identity.Engine, identity.Demonstration, dropped, fallbacks),
            sentences);
    }

    public async Task StoreAsync(NotulenDb database, Guid meetingId, CancellationToken cancellationToken)
    {
        await database.Segments.Where(segment => segment.MeetingId == meetingId).ExecuteDeleteAsync(cancellationToken);
        await database.Transcripts.Where(transcript => transcript.MeetingId == meetingId).ExecuteDeleteAsync(cancellationToken);
        database.Transcripts.Add(new TranscriptRecord
        {
            MeetingId = meetingId,
            Language = Language,
            Duration = Duration,
            SpeechJson = Speech is null ? null : JsonSerializer.Serialize(Speech, NotulenJson.Compact),
        });
        // A day of talking at once, with every word, would take as much memory again as all the rest of the work.
        foreach (var part in Sentences.Select((sentence, index) => SegmentRecord.From(meetingId, index, sentence.Channel, sentence.Segment)).Chunk(SegmentsAtOnce))
        {
            database.Segments.AddRange(part);
            await database.SaveChangesAsync(cancellationToken);
            database.ChangeTracker.Clear();
        }
    }
}

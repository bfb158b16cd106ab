using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Notulen.Core.Meetings;

namespace Notulen.Core.Transcripts;

/// <summary>The head of a transcript in the database; its sentences are <see cref="SegmentRecord"/>s.</summary>
public sealed class TranscriptRecord
{
    public required Guid MeetingId { get; init; }
    public required string Language { get; set; }

    /// <summary>Seconds.</summary>
    public required double Duration { get; set; }

    /// <summary><see cref="SpeechProvenance"/>; null for a transcript made elsewhere.</summary>
    public string? SpeechJson { get; set; }
}

/// <summary>One sentence of a transcript in the database.</summary>
public sealed class SegmentRecord
{
    public required Guid MeetingId { get; init; }
    public required int Index { get; init; }
    public required double Start { get; set; }
    public required double End { get; set; }

    /// <summary>Channel of the recording, from 0; null when channels were not kept apart.</summary>
    public int? Channel { get; set; }
    public string? Speaker { get; set; }
    public required string Text { get; set; }
    public required double Confidence { get; set; }
    public required double NoSpeech { get; set; }

    /// <summary>The <see cref="Word"/>s.</summary>
    public required string WordsJson { get; set; }

    public Segment ToSegment() => new(
        Index, Start, End, Speaker, Text, Confidence, NoSpeech,
        JsonSerializer.Deserialize<List<Word>>(WordsJson, NotulenJson.Compact));

    public static SegmentRecord From(Guid meetingId, int index, int? channel, Segment segment) => new()
    {
        MeetingId = meetingId,
        Index = index,
        Channel = channel,
        Start = segment.Start,
        End = segment.End,
        Speaker = segment.Speaker,
        Text = segment.Text,
        Confidence = segment.Confidence,
        NoSpeech = segment.NoSpeech,
        WordsJson = JsonSerializer.Serialize(segment.Words, NotulenJson.Compact),
    };
}

internal sealed class TranscriptRecordConfiguration : IEntityTypeConfiguration<TranscriptRecord>
{
    public void Configure(EntityTypeBuilder<TranscriptRecord> builder)
    {
        builder.ToTable("Transcripts");
        builder.HasKey(transcript => transcript.MeetingId);
        builder.Property(transcript => transcript.MeetingId).ValueGeneratedNever();
        builder.Property(transcript => transcript.Language).HasMaxLength(10);
        builder.HasOne<Meeting>().WithOne().HasForeignKey<TranscriptRecord>(transcript => transcript.MeetingId);
    }
}

internal sealed class SegmentRecordConfiguration : IEntityTypeConfiguration<SegmentRecord>
{
    public void Configure(EntityTypeBuilder<SegmentRecord> builder)
    {
        builder.ToTable("Segments");
        builder.HasKey(segment => new { segment.MeetingId, segment.Index });
        builder.Property(segment => segment.Speaker).HasMaxLength(200);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(segment => segment.MeetingId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Notulen.Core.Meetings;

namespace Notulen.Core.Recordings;

/// <summary>The original recording of a meeting, kept unchanged in the media store.</summary>
public sealed class Recording
{
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; set; }

    /// <summary>Name as handed in, without folders.</summary>
    public required string FileName { get; init; }

    /// <summary>Content address, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Seconds; null until it has been decoded.</summary>
    public double? Duration { get; set; }

    /// <summary>Working audio as <see cref="DecodedAudio"/>; null until it has been decoded.</summary>
    public string? DecodedJson { get; set; }
}

internal sealed class RecordingConfiguration : IEntityTypeConfiguration<Recording>
{
    public void Configure(EntityTypeBuilder<Recording> builder)
    {
        builder.ToTable("Recordings");
        builder.Property(recording => recording.Id).ValueGeneratedNever();
        builder.Property(recording => recording.FileName).HasMaxLength(260);
        builder.Property(recording => recording.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(recording => recording.Sha256);
        builder.HasOne<Meeting>().WithOne(meeting => meeting.Recording).HasForeignKey<Recording>(recording => recording.MeetingId);
    }
}

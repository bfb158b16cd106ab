using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Notulen.Core.Meetings;

namespace Notulen.Core.Processing;

/// <summary>Part of a stage's result that is done, so that an interrupted stage goes on after it.</summary>
public sealed class Checkpoint
{
    public required Guid MeetingId { get; init; }

    /// <summary><see cref="IStage.Name"/> of the stage that wrote it.</summary>
    public required string Stage { get; init; }

    /// <summary>Which part: an agenda item's position, or empty for the whole.</summary>
    public required string Part { get; init; }

    /// <summary>Hash of the input that the result belongs to; another one makes it void.</summary>
    public required string Key { get; set; }

    public required string Json { get; set; }
}

internal sealed class CheckpointConfiguration : IEntityTypeConfiguration<Checkpoint>
{
    public void Configure(EntityTypeBuilder<Checkpoint> builder)
    {
        builder.ToTable("Checkpoints");
        builder.HasKey(checkpoint => new { checkpoint.MeetingId, checkpoint.Stage, checkpoint.Part });
        builder.Property(checkpoint => checkpoint.Stage).HasMaxLength(40);
        builder.Property(checkpoint => checkpoint.Part).HasMaxLength(40);
        builder.Property(checkpoint => checkpoint.Key).HasMaxLength(64).IsUnicode(false);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(checkpoint => checkpoint.MeetingId);
    }
}

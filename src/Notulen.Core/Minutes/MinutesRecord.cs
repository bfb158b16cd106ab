using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Notulen.Core.Meetings;

namespace Notulen.Core.Minutes;

/// <summary>The latest draft minutes of a meeting in the database.</summary>
public sealed class MinutesRecord
{
    public required Guid MeetingId { get; init; }

    /// <summary><see cref="MinutesDocument"/>.</summary>
    public required string Json { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }
}

internal sealed class MinutesRecordConfiguration : IEntityTypeConfiguration<MinutesRecord>
{
    public void Configure(EntityTypeBuilder<MinutesRecord> builder)
    {
        builder.ToTable("Minutes");
        builder.HasKey(minutes => minutes.MeetingId);
        builder.Property(minutes => minutes.MeetingId).ValueGeneratedNever();
        builder.HasOne<Meeting>().WithOne().HasForeignKey<MinutesRecord>(minutes => minutes.MeetingId);
    }
}

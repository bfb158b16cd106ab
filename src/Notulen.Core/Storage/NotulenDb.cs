using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Notulen.Core.Meetings;
using Notulen.Core.Minutes;
using Notulen.Core.Processing;
using Notulen.Core.Recordings;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Storage;

/// <summary>The truth about every meeting. One model for every database; each provider has its own migrations.</summary>
public sealed class NotulenDb(DbContextOptions<NotulenDb> options) : DbContext(options)
{
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<Recording> Recordings => Set<Recording>();
    public DbSet<SpeechWindow> SpeechWindows => Set<SpeechWindow>();
    public DbSet<TranscriptRecord> Transcripts => Set<TranscriptRecord>();
    public DbSet<SegmentRecord> Segments => Set<SegmentRecord>();
    public DbSet<MinutesRecord> Minutes => Set<MinutesRecord>();
    public DbSet<StageRun> StageRuns => Set<StageRun>();
    public DbSet<Checkpoint> Checkpoints => Set<Checkpoint>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NotulenDb).Assembly);

    // SQLite cannot order by DateTimeOffset, so every provider stores UTC.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        moment => moment.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}

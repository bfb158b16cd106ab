using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Notulen.Core.Meetings;
using Notulen.Core.Problems;

namespace Notulen.Core.Processing;

/// <summary>
/// How far one stage of one meeting is. This row is the truth about the work: whoever holds its lease may write the
/// stage's results, and nobody else.
/// </summary>
public sealed class StageRun
{
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }

    /// <summary><see cref="IStage.Name"/>.</summary>
    public required string Stage { get; init; }

    /// <summary>Position in the pipeline; a stage is due when all earlier ones are done.</summary>
    public required int Order { get; set; }

    /// <summary>Counts how often the stage was planned anew because its input or settings changed.</summary>
    public int Generation { get; set; }

    public StageState State { get; set; }

    /// <summary>Share done, 0 to 1.</summary>
    public double Progress { get; set; }

    /// <summary>How often the stage was started since it last got anywhere.</summary>
    public int Attempt { get; set; }

    /// <summary>Hash of the inputs and settings that this run belongs to.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>Fencing token of whoever works on it; null when nobody does.</summary>
    public Guid? LeaseToken { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Machine and process that work on it, for people.</summary>
    public string? Worker { get; set; }

    /// <summary><see cref="Problems.Problem"/>; null when nothing is wrong.</summary>
    public string? ProblemJson { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    public Problem? Problem => ProblemJson is null ? null : JsonSerializer.Deserialize<Problem>(ProblemJson, NotulenJson.Compact);
}

public enum StageState
{
    Waiting = 0,
    Running = 1,
    Done = 2,
    Failed = 3,
}

internal sealed class StageRunConfiguration : IEntityTypeConfiguration<StageRun>
{
    public void Configure(EntityTypeBuilder<StageRun> builder)
    {
        builder.ToTable("StageRuns");
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Stage).HasMaxLength(40);
        builder.Property(run => run.Fingerprint).HasMaxLength(64).IsUnicode(false);
        builder.Property(run => run.Worker).HasMaxLength(200);
        builder.Ignore(run => run.Problem);
        builder.HasIndex(run => new { run.MeetingId, run.Stage }).IsUnique();
        builder.HasIndex(run => new { run.State, run.LeaseUntil });
        builder.HasOne<Meeting>().WithMany().HasForeignKey(run => run.MeetingId);
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Notulen.Core.Recordings;

namespace Notulen.Core.Meetings;

/// <summary>A meeting of which minutes are made.</summary>
public sealed class Meeting
{
    public required Guid Id { get; init; }

    /// <summary>What people call it; from the agenda, or the name of the recording's file.</summary>
    public required string Title { get; set; }

    public string? Body { get; set; }

    /// <summary>Day of the meeting in the Netherlands.</summary>
    public DateOnly? Date { get; set; }

    /// <summary>Name of the pipeline definition ("commissie").</summary>
    public required string Pipeline { get; set; }

    /// <summary>"nl", "en" or "auto".</summary>
    public required string Language { get; set; }

    /// <summary>Name of the speech model that was chosen when the work was planned.</summary>
    public string? SpeechModel { get; set; }

    /// <summary>Name of the language model that was chosen when the work was planned; null for none.</summary>
    public string? LanguageModel { get; set; }

    /// <summary>The agenda as handed in, in the form of <see cref="Meetings.Agenda"/>; null without one.</summary>
    public string? AgendaJson { get; set; }

    /// <summary>Hash of the recording or transcript that it started from.</summary>
    public required string SourceSha256 { get; init; }

    /// <summary>Set for work from the command line, so that the same file goes on where it was; null for uploads.</summary>
    public string? RepeatKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null for a meeting that started from a transcript.</summary>
    public Recording? Recording { get; set; }

    public Agenda Agenda => AgendaJson is null
        ? Agenda.Empty
        : JsonSerializer.Deserialize<Agenda>(AgendaJson, NotulenJson.Compact) ?? Agenda.Empty;
}

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("Meetings");
        builder.Property(meeting => meeting.Id).ValueGeneratedNever();
        builder.Property(meeting => meeting.Title).HasMaxLength(300);
        builder.Property(meeting => meeting.Body).HasMaxLength(200);
        builder.Property(meeting => meeting.Pipeline).HasMaxLength(60);
        builder.Property(meeting => meeting.Language).HasMaxLength(10);
        builder.Property(meeting => meeting.SpeechModel).HasMaxLength(100);
        builder.Property(meeting => meeting.LanguageModel).HasMaxLength(100);
        builder.Property(meeting => meeting.SourceSha256).HasMaxLength(64).IsUnicode(false);
        builder.Property(meeting => meeting.RepeatKey).HasMaxLength(100).IsUnicode(false);
        builder.Ignore(meeting => meeting.Agenda);
        builder.HasIndex(meeting => meeting.RepeatKey).IsUnique();
        builder.HasIndex(meeting => meeting.CreatedAt);
    }
}

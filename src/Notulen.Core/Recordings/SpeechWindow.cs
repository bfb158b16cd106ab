using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Notulen.Core.Meetings;

namespace Notulen.Core.Recordings;

/// <summary>One piece of work for the speech engine: at most 30 seconds of speech, and what was recognised in it.</summary>
public sealed class SpeechWindow
{
    public required Guid MeetingId { get; init; }

    /// <summary>Channel of the recording, from 0.</summary>
    public required int Channel { get; init; }

    /// <summary>Position in the channel, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Seconds from the start of the recording.</summary>
    public required double Start { get; set; }

    /// <summary>Seconds from the start of the recording.</summary>
    public required double End { get; set; }

    /// <summary>The stretches of the recording that are sent, as <see cref="WindowSpan"/>s; long silences between them are left out.</summary>
    public required string SpansJson { get; set; }

    /// <summary>What was recognised, as <see cref="Transcripts.RecognisedWindow"/>; null until it has been.</summary>
    public string? ResultJson { get; set; }

    /// <summary>Hash of model, language and spans that <see cref="ResultJson"/> belongs to; another one makes the result void.</summary>
    public string? ResultKey { get; set; }
}

/// <summary>A stretch of the recording that goes into a window, in seconds from the start of the recording.</summary>
public readonly record struct WindowSpan(double Start, double End)
{
    [JsonIgnore]
    public double Length => End - Start;
}

internal sealed class SpeechWindowConfiguration : IEntityTypeConfiguration<SpeechWindow>
{
    public void Configure(EntityTypeBuilder<SpeechWindow> builder)
    {
        builder.ToTable("SpeechWindows");
        builder.HasKey(window => new { window.MeetingId, window.Channel, window.Index });
        builder.Property(window => window.ResultKey).HasMaxLength(64).IsUnicode(false);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(window => window.MeetingId);
    }
}

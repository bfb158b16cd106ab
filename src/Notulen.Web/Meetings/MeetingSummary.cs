using Notulen.Web.Processing;

namespace Notulen.Web.Meetings;

/// <summary>A meeting as the pages show it.</summary>
public sealed record MeetingSummary
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public string? Body { get; init; }
    public DateOnly? Date { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Title of the pipeline, or its name when it is no longer there.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the recording's file as it was handed in; null for a meeting from a transcript.</summary>
    public string? FileName { get; init; }

    public required MeetingProgress Progress { get; init; }

    /// <summary>True when there is a transcript to read, be it of this run or of an earlier one.</summary>
    public bool HasTranscript { get; init; }

    /// <summary>True when there are minutes to read, be they of this run or of an earlier one.</summary>
    public bool HasMinutes { get; init; }
}

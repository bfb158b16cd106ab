namespace Notulen.Core.Meetings;

/// <summary>What somebody asks for when handing in a recording or a transcript.</summary>
public sealed record MeetingRequest
{
    /// <summary>Name of the file as handed in; folders are cut off.</summary>
    public required string FileName { get; init; }

    /// <summary>Name of the pipeline definition.</summary>
    public required string Pipeline { get; init; }

    public Agenda? Agenda { get; init; }

    /// <summary>Overrides the agenda's title.</summary>
    public string? Title { get; init; }

    /// <summary>Overrides the agenda's date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>"nl", "en" or "auto"; null for what the pipeline says.</summary>
    public string? Language { get; init; }

    /// <summary>Name in the catalogue; null for what the pipeline says, or else the best on this machine.</summary>
    public string? SpeechModel { get; init; }

    /// <summary>Name in the catalogue or "none"; null for what the pipeline says, or else the best on this machine.</summary>
    public string? LanguageModel { get; init; }
}

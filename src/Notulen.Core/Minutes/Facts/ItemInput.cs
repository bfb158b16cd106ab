using Notulen.Core.Meetings;
using Notulen.Core.Pipelines;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Minutes.Facts;

/// <summary>What is needed to find the facts of one agenda item; nothing from other items.</summary>
public sealed record ItemInput
{
    /// <summary>Language of transcript and minutes: "nl" or "en".</summary>
    public required string Language { get; init; }

    public string? Number { get; init; }

    public required string Title { get; init; }

    /// <summary>The segments of the item, in order.</summary>
    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>Names, parties and the date of the meeting.</summary>
    public Agenda Agenda { get; init; } = Agenda.Empty;

    /// <summary>Who chairs, as the segments name the speaker; null when nobody can tell.</summary>
    public string? Chair { get; init; }

    public CueSet Cues { get; init; } = CueSet.None;

    /// <summary>Whether the model is asked once more about each statement that it made.</summary>
    public bool SecondOpinion { get; init; }

    /// <summary>"decisions", "concise" or "extensive".</summary>
    public string Style { get; init; } = "concise";
}

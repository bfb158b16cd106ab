using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.Splitting;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Minutes;

/// <summary>Everything that minutes are made of.</summary>
public sealed record ComposeInput
{
    /// <summary>"nl" or "en".</summary>
    public required string Language { get; init; }
    public required Transcript Transcript { get; init; }
    public Agenda Agenda { get; init; } = Agenda.Empty;
    public required AgendaSplit Split { get; init; }

    /// <summary>One per span of the split, in the same order; null for an item that was not treated.</summary>
    public required IReadOnlyList<ItemFacts?> Items { get; init; }
    public required MeetingFacts Meeting { get; init; }

    /// <summary>Title when the agenda has none; null for a plain "Vergadering".</summary>
    public string? Title { get; init; }

    /// <summary>Name of the recording's file as it was handed in.</summary>
    public string? Recording { get; init; }
    public string? RecordingSha256 { get; init; }

    /// <summary>Name of the pipeline.</summary>
    public string? Pipeline { get; init; }

    /// <summary>Style of the pipeline: "decisions", "concise" or "extensive".</summary>
    public string Style { get; init; } = "concise";

    /// <summary>What the reader must know before anything else (the recording broke off), in the language of the minutes.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The language model that was used; null for none.</summary>
    public ModelProvenance? LanguageModel { get; init; }
}

namespace Notulen.Core.Pipelines;

/// <summary>One YAML file in <c>pipelines/</c>: how meetings of one kind are processed.</summary>
public sealed record PipelineDefinition
{
    /// <summary>File name without extension ("raad").</summary>
    public required string Name { get; init; }

    /// <summary>What people call it ("Gemeenteraad").</summary>
    public required string Title { get; init; }

    /// <summary>"nl", "en" or "auto". The default is "nl".</summary>
    public string Language { get; init; } = "nl";

    public AudioSettings Audio { get; init; } = new();

    public ModelSettings Models { get; init; } = new();

    /// <summary>"decisions" (besluitenlijst), "concise" (beknopt) or "extensive" (uitgebreid). The default is "concise".</summary>
    public string Style { get; init; } = "concise";

    /// <summary>The phrases that chairs and members use, per language ("nl", "en").</summary>
    public IReadOnlyDictionary<string, CueSet> Cues { get; init; } = new Dictionary<string, CueSet>();
}

public sealed record AudioSettings
{
    /// <summary>"mix", "separate", or "auto" (apart when the channels differ). The default is "auto".</summary>
    public string Channels { get; init; } = "auto";

    /// <summary>Longest recording that is accepted, in hours. The default is 12.</summary>
    public double MaximumHours { get; init; } = 12;
}

public sealed record ModelSettings
{
    /// <summary>Name in the catalogue, or null for the best on this machine.</summary>
    public string? Speech { get; init; }

    /// <summary>Name in the catalogue, "none", or null for the best on this machine.</summary>
    public string? Language { get; init; }
}

/// <summary>
/// Phrases in one language. A phrase is matched on whole words, without regard to case, accents and punctuation;
/// "…" stands for up to six words, "{number}" for a number in digits or words, "{name}" for a name, "{rest}" for the rest of the sentence.
/// </summary>
public sealed record CueSet
{
    /// <summary>The chair opens the meeting.</summary>
    public IReadOnlyList<string> Opening { get; init; } = [];
    public IReadOnlyList<string> Closing { get; init; } = [];
    public IReadOnlyList<string> Suspension { get; init; } = [];
    public IReadOnlyList<string> Resumption { get; init; } = [];

    /// <summary>The chair goes to an agenda item ("dan gaan we naar agendapunt {number}").</summary>
    public IReadOnlyList<string> AgendaItem { get; init; } = [];

    /// <summary>The chair gives somebody the floor ("het woord is aan {name}").</summary>
    public IReadOnlyList<string> Floor { get; init; } = [];

    public IReadOnlyList<string> Present { get; init; } = [];
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>Phrases per outcome: keys "adopted", "adopted-amended", "rejected", "held-over", "withdrawn", "noted".</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Outcomes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Votes with numbers ("{number} stemmen voor").</summary>
    public IReadOnlyList<string> VotesFor { get; init; } = [];
    public IReadOnlyList<string> VotesAgainst { get; init; } = [];

    public IReadOnlyList<string> Motion { get; init; } = [];
    public IReadOnlyList<string> Commitment { get; init; } = [];
    public IReadOnlyList<string> Action { get; init; } = [];

    /// <summary>Phrases that the speech engine invents in silence; dropped when the probabilities say so too.</summary>
    public IReadOnlyList<string> Invented { get; init; } = [];
}

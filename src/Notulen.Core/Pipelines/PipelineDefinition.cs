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

    /// <summary>True puts each statement of the language model to it once more; it can only lose trust by that. The default is false.</summary>
    public bool SecondOpinion { get; init; }
}

using Notulen.Core.Minutes.Model;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Everything that was found about one agenda item, checked against the transcript; kept as JSON between runs.</summary>
public sealed record ItemFacts
{
    /// <summary>What the language model says; with the result of the check.</summary>
    public IReadOnlyList<Statement> ModelPoints { get; init; } = [];

    /// <summary>The best sentences as recognised, for when the model's text fails.</summary>
    public IReadOnlyList<Statement> Quotations { get; init; } = [];

    /// <summary>Opening, suspension, resumption and closing, in the fixed formulas.</summary>
    public IReadOnlyList<Statement> Procedure { get; init; } = [];
    public IReadOnlyList<Decision> Decisions { get; init; } = [];
    public IReadOnlyList<Motion> Motions { get; init; } = [];
    public IReadOnlyList<ActionPoint> Actions { get; init; } = [];
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];

    /// <summary>Version of the instructions that the model had; null when there was no model.</summary>
    public string? Prompt { get; init; }

    /// <summary>Parts of the item for which the model gave no usable answer.</summary>
    public int PartsGivenUp { get; init; }

    /// <summary>What the language model had to read and write.</summary>
    public TokenUse Tokens { get; init; } = TokenUse.None;
}

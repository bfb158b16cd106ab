namespace Notulen.Core.Minutes.Model;

/// <summary>What the model says of a statement when it is asked for a second opinion. The grammar is made from this type.</summary>
internal sealed record OpinionForm
{
    /// <summary>Whether everything in the statement is in its evidence.</summary>
    public bool Supported { get; init; } = true;
}

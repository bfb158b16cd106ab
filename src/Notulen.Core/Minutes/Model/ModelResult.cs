namespace Notulen.Core.Minutes.Model;

/// <summary>What a language model made of an item, not yet checked.</summary>
/// <param name="Points">Statements with their evidence; an invented number of a fragment is kept as -1.</param>
/// <param name="Calls">How many answers were asked for.</param>
/// <param name="PartsGivenUp">Parts of the item for which no usable answer came.</param>
/// <param name="Tokens">What it cost.</param>
public sealed record ModelResult(IReadOnlyList<Statement> Points, int Calls, int PartsGivenUp, TokenUse Tokens);

namespace Notulen.Core.Pipelines;

/// <summary>The models that a pipeline file may name.</summary>
/// <param name="Speech">Speech models of the catalogue.</param>
/// <param name="Language">Language models of the catalogue, and "none".</param>
public sealed record ModelNames(IReadOnlyList<string> Speech, IReadOnlyList<string> Language);

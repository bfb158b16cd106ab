namespace Notulen.Engines.Setup;

/// <summary>What somebody wants from a set-up.</summary>
/// <param name="SpeechModel">Name in the catalogue; null for the best that the machine and the reachable sources allow.</param>
/// <param name="LanguageModel">Name in the catalogue, "none" for no language model and no language engine, or null for the best.</param>
/// <param name="Sample">Whether to fetch the Dutch dialogue as well.</param>
public sealed record SetupWishes(string? SpeechModel = null, string? LanguageModel = null, bool Sample = false);

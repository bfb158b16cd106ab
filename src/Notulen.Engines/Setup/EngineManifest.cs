namespace Notulen.Engines.Setup;

/// <summary>What was built, from what and for which processor: <c>engine.json</c> beside the programs.</summary>
/// <param name="Name">Name of the engine.</param>
/// <param name="Version">Its version.</param>
/// <param name="Package">Package and version that the source came from.</param>
/// <param name="Integrity">Integrity of that package.</param>
/// <param name="Flags">Arguments that cmake was given.</param>
/// <param name="Processor">The processor that it was built for.</param>
/// <param name="Programs">SHA-256 of each program.</param>
public sealed record EngineManifest(
    string Name,
    string Version,
    string Package,
    string Integrity,
    IReadOnlyList<string> Flags,
    Processor Processor,
    IReadOnlyDictionary<string, string> Programs)
{
    public const string File = "engine.json";

    /// <summary>What a build by this recipe on this machine would state, without the programs.</summary>
    public static EngineManifest For(EngineRecipe recipe, NpmLock.Package package, Processor processor) =>
        new(recipe.Name, recipe.Version, $"{package.Name}@{package.Version}", package.Integrity, recipe.Flags, processor, new Dictionary<string, string>());

    /// <summary>Whether the same source was built in the same way for the same instructions.</summary>
    public bool IsLike(EngineManifest other) =>
        Integrity == other.Integrity && Flags.SequenceEqual(other.Flags) && Processor.Features == other.Processor.Features;
}

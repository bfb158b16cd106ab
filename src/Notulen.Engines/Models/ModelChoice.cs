using Notulen.Core.Engines;
using Notulen.Core.Problems;
using Notulen.Engines.Setup;

namespace Notulen.Engines.Models;

/// <summary>
/// The best model that is on this machine, or is being fetched by a set-up in this process, that memory and speed allow.
/// </summary>
public sealed class ModelChoice(ModelStore store, Machine machine, SetupRun? running = null) : IModelChoice
{
    /// <summary>What to say when no language model is wanted.</summary>
    public const string None = "none";

    /// <inheritdoc/>
    public string Speech(string? requested, string language) =>
        Choose(ModelKind.Speech, requested, language)
        ?? throw NotulenException.Input("model.none", language);

    /// <inheritdoc/>
    public string? Language(string? requested, string language) =>
        string.Equals(requested, None, StringComparison.OrdinalIgnoreCase) ? null : Choose(ModelKind.Language, requested, language);

    /// <summary>
    /// The best of a number of models: one that the machine holds and that keeps up if there is one, else the least slow that
    /// it holds. A demonstration model only where nothing else is left.
    /// </summary>
    public static ModelEntry? Best(IEnumerable<ModelEntry> candidates, Machine machine, string language) =>
        Ranked(candidates, machine, language).FirstOrDefault();

    /// <summary>The models that the machine holds, best first.</summary>
    public static IEnumerable<ModelEntry> Ranked(IEnumerable<ModelEntry> candidates, Machine machine, string language) => candidates
        .Where(entry => entry.QualityFor(language) > 0 && machine.Holds(entry))
        .OrderBy(entry => entry.Demonstration)
        .ThenByDescending(machine.KeepsUp)
        .ThenBy(entry => machine.KeepsUp(entry) ? 0 : entry.Cost)
        .ThenByDescending(entry => entry.QualityFor(language));

    private string? Choose(ModelKind kind, string? requested, string language)
    {
        if (requested is null)
        {
            var here = store.Catalogue.Models.Where(entry => entry.Kind == kind && IsHere(entry)).ToList();
            return Best(here, machine, language)?.Name;
        }
        var entry = store.Catalogue.Find(requested, kind);
        if (!IsHere(entry))
            throw NotulenException.Input("model.missing", entry.Name);
        if (entry.QualityFor(language) == 0)
            throw NotulenException.Input("model.language", entry.Name, language);
        return entry.Name;
    }

    private bool IsHere(ModelEntry entry) => store.Find(entry) is not null || running?.IsFetching(entry.Name) == true;
}

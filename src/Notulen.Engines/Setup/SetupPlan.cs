using Notulen.Core.Problems;
using Notulen.Engines.Models;

namespace Notulen.Engines.Setup;

/// <summary>Which models a set-up is going to make ready.</summary>
/// <param name="Speech">The speech model.</param>
/// <param name="Language">The language model; null for none.</param>
/// <param name="WithoutHub">True when a better model was passed over because its source cannot be reached.</param>
public sealed record SetupPlan(ModelEntry Speech, ModelEntry? Language, bool WithoutHub)
{
    /// <summary>The language that the defaults are chosen for: Notulen is made for Dutch meetings.</summary>
    private const string MainLanguage = "nl";

    /// <summary>The engines that these models need.</summary>
    public IReadOnlyList<EngineRecipe> Engines => Language is null ? [EngineRecipe.Speech] : EngineRecipe.All;

    /// <summary>Chooses.</summary>
    /// <exception cref="NotulenException">A named model does not exist, or no speech model fits the machine or can be reached.</exception>
    public static async Task<SetupPlan> MakeAsync(SetupWishes wishes, SetupTools tools, Machine machine, CancellationToken cancellationToken)
    {
        var (speech, missedSpeech) = await ChooseAsync(ModelKind.Speech, wishes.SpeechModel, tools, machine, cancellationToken);
        var (language, missedLanguage) = string.Equals(wishes.LanguageModel, ModelChoice.None, StringComparison.OrdinalIgnoreCase)
            ? (null, false)
            : await ChooseAsync(ModelKind.Language, wishes.LanguageModel, tools, machine, cancellationToken);
        return new SetupPlan(
            speech ?? throw NotulenException.Input("model.none", MainLanguage),
            language,
            missedSpeech || missedLanguage);
    }

    private static async Task<(ModelEntry? Entry, bool Missed)> ChooseAsync(
        ModelKind kind, string? requested, SetupTools tools, Machine machine, CancellationToken cancellationToken)
    {
        if (requested is not null)
            return (tools.Models.Catalogue.Find(requested, kind), false);

        var all = tools.Models.Catalogue.Models.Where(entry => entry.Kind == kind).ToList();
        var here = ModelChoice.Best(all.Where(entry => tools.Models.Find(entry) is not null), machine, MainLanguage);
        // What is here and good enough stays, without a look at the network.
        if (here is { Demonstration: false })
            return (here, false);

        var ranked = ModelChoice.Ranked(all, machine, MainLanguage).ToList();
        foreach (var entry in ranked)
        {
            if (await tools.Fetch.IsWithinReachAsync(entry, cancellationToken))
                return (entry, entry != ranked[0]);
        }
        return (null, ranked.Count > 0);
    }
}

using System.Collections.Concurrent;
using Notulen.Core.Problems;
using Notulen.Engines.Models;

namespace Notulen.Engines.Setup;

/// <summary>Programs and models of this machine; waits for the parts of a set-up that runs in this process.</summary>
public sealed class EngineFiles(ModelStore models, EngineStore engines, SetupRun? running = null) : IEngineFiles
{
    private readonly ConcurrentDictionary<string, bool> _checked = new();

    /// <inheritdoc/>
    public Task<string> SpeechServerAsync(CancellationToken cancellationToken) =>
        ProgramAsync(EngineRecipe.Speech, "whisper-server", running?.SpeechEngine, cancellationToken);

    /// <summary>Full path of <c>whisper-cli</c>, which the benchmark compares with.</summary>
    /// <exception cref="NotulenException">"engine.missing".</exception>
    public Task<string> SpeechCommandAsync(CancellationToken cancellationToken) =>
        ProgramAsync(EngineRecipe.Speech, "whisper-cli", running?.SpeechEngine, cancellationToken);

    /// <inheritdoc/>
    public Task<string> LanguageServerAsync(CancellationToken cancellationToken) =>
        ProgramAsync(EngineRecipe.Language, "llama-server", running?.LanguageEngine, cancellationToken);

    /// <inheritdoc/>
    public async Task<ModelFile> ModelAsync(string name, CancellationToken cancellationToken)
    {
        if (running is not null)
            await running.Model(name).WaitAsync(cancellationToken);
        return await models.CheckedAsync(models.Catalogue.Find(name), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string> VoiceActivityModelAsync(CancellationToken cancellationToken) =>
        (await ModelAsync(ModelCatalogue.VoiceActivity, cancellationToken)).Path;

    private async Task<string> ProgramAsync(EngineRecipe recipe, string program, Task? building, CancellationToken cancellationToken)
    {
        if (building is not null)
            await building.WaitAsync(cancellationToken);
        var path = engines.Find(recipe, program) ?? throw NotulenException.Engine("engine.missing", program);
        if (!_checked.ContainsKey(path))
        {
            await engines.CheckAsync(recipe, program, cancellationToken);
            _checked[path] = true;
        }
        return path;
    }
}

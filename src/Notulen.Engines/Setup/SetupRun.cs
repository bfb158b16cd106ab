using Notulen.Core.Problems;
using Notulen.Engines.Models;

namespace Notulen.Engines.Setup;

/// <summary>
/// A set-up on its way in this process. What transcription needs comes first, so that work can begin while the language
/// engine is still being compiled; <see cref="EngineFiles"/> waits for the parts of a run. Disposing it stops what is not
/// done yet.
/// </summary>
public sealed class SetupRun : IAsyncDisposable
{
    private readonly SetupTools _tools;
    private readonly IProgress<SetupProgress> _progress;
    private readonly CancellationTokenSource _stop;
    private readonly Dictionary<string, Task> _models = [];
    private readonly Lock _holding = new();
    private SetupLock? _held;

    private SetupRun(
        SetupTools tools, SetupPlan plan, SetupWishes wishes, IReadOnlyList<EngineRecipe> damaged, IProgress<SetupProgress> progress, CancellationToken cancellationToken)
    {
        (_tools, Plan, _progress) = (tools, plan, progress);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Begin(plan.Engines, damaged, [.. Entries(wishes)]);

        var speechSource = PrepareAsync(EngineRecipe.Speech, Task.CompletedTask);
        SpeechEngine = CompileAsync(EngineRecipe.Speech, speechSource, Task.CompletedTask);
        var previous = Task.CompletedTask;
        foreach (var entry in Entries(wishes))
            _models[entry.Name] = previous = FetchAsync(entry, previous);

        // The engines are compiled one after the other, because each takes all cores; the source of the second is fetched meanwhile.
        LanguageEngine = plan.Language is null
            ? Task.CompletedTask
            : CompileAsync(EngineRecipe.Language, PrepareAsync(EngineRecipe.Language, speechSource), SpeechEngine);
        Completion = CompleteAsync();
    }

    /// <summary>Which models it makes ready.</summary>
    public SetupPlan Plan { get; }

    /// <summary>Ends when the speech engine is there.</summary>
    public Task SpeechEngine { get; }

    /// <summary>Ends when the language engine is there, or at once when none is wanted.</summary>
    public Task LanguageEngine { get; }

    /// <summary>Ends when every part has ended.</summary>
    /// <exception cref="NotulenException">The first thing that went wrong.</exception>
    public Task Completion { get; }

    /// <summary>Plans a set-up and starts it.</summary>
    /// <exception cref="NotulenException">The wishes cannot be met, the disk has no room, or another process is at it.</exception>
    public static async Task<SetupRun> StartAsync(
        SetupTools tools, SetupWishes wishes, IProgress<SetupProgress> progress, CancellationToken cancellationToken)
    {
        var plan = await SetupPlan.MakeAsync(wishes, tools, Machine.Current, cancellationToken);
        var damaged = new List<EngineRecipe>();
        foreach (var recipe in plan.Engines)
        {
            if (await tools.Engines.IsDamagedAsync(recipe, cancellationToken))
                damaged.Add(recipe);
        }
        return new SetupRun(tools, plan, wishes, damaged, progress, cancellationToken);
    }

    /// <summary>Whether this run makes a model ready.</summary>
    public bool IsFetching(string model) => _models.ContainsKey(model);

    /// <summary>Ends when a model is there; at once when this run does not fetch it.</summary>
    public Task Model(string model) => _models.GetValueOrDefault(model, Task.CompletedTask);

    /// <summary>Stops it, and waits until no compiler or download of it is left.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private IEnumerable<ModelEntry> Entries(SetupWishes wishes)
    {
        yield return Plan.Speech;
        yield return _tools.Models.Catalogue.Find(ModelCatalogue.VoiceActivity);
        if (wishes.Sample)
            yield return _tools.Models.Catalogue.Find(ModelCatalogue.DutchDialogue, ModelKind.Sample);
        if (Plan.Language is not null)
            yield return Plan.Language;
    }

    /// <summary>Before anything is made: nobody else is at it, and the disk has room for all that is still to come.</summary>
    private void Begin(IReadOnlyList<EngineRecipe> recipes, IReadOnlyList<EngineRecipe> damaged, IReadOnlyList<ModelEntry> entries)
    {
        if (damaged.Count == 0 && Room() == 0)
            return;
        Hold();
        try
        {
            foreach (var recipe in damaged)
                _tools.Build.Discard(recipe);
            _tools.Space.Require("Notulen", _tools.Folders.Home, Room());
        }
        catch
        {
            _held?.Dispose();
            throw;
        }

        long Room() => recipes.Sum(_tools.Build.RoomFor) + entries.Sum(_tools.Fetch.RoomFor);
    }

    private void Hold()
    {
        lock (_holding)
            _held ??= SetupLock.Take(_tools.Folders.Home);
    }

    private async Task CompleteAsync()
    {
        try
        {
            await Task.WhenAll([SpeechEngine, LanguageEngine, .. _models.Values]);
        }
        finally
        {
            _held?.Dispose();
        }
    }

    private async Task PrepareAsync(EngineRecipe recipe, Task after)
    {
        await Task.WhenAny(after);
        if (!_tools.Engines.IsReady(recipe))
            await StepOf(recipe).RunAsync(SetupState.Fetching, report => _tools.Build.PrepareAsync(recipe, report, _stop.Token), SetupState.Waiting);
    }

    private async Task CompileAsync(EngineRecipe recipe, Task source, Task after)
    {
        if (_tools.Engines.IsReady(recipe))
        {
            StepOf(recipe).Skip();
            return;
        }
        await source;
        await Task.WhenAny(after);
        await StepOf(recipe).RunAsync(SetupState.Building, report => _tools.Build.CompileAsync(recipe, report, _stop.Token));
    }

    private async Task FetchAsync(ModelEntry entry, Task previous)
    {
        await Task.WhenAny(previous);
        var step = StepOf(new SetupPart($"part.{entry.Kind}", entry.Name));
        if (await _tools.Fetch.IsWholeAsync(entry, _stop.Token))
        {
            step.Skip();
            return;
        }
        Hold();
        await step.RunAsync(SetupState.Fetching, report => _tools.Fetch.FetchAsync(entry, report, _stop.Token));
    }

    private SetupStep StepOf(EngineRecipe recipe) => StepOf(new SetupPart("part.Engine", $"{recipe.Name} {recipe.Version}"));

    private SetupStep StepOf(SetupPart part) => new(part, _tools.Folders.Home, _progress, _tools.Time);
}

using Notulen.Core.Problems;
using Notulen.Engines.Models;

namespace Notulen.Engines.Setup;

/// <summary>
/// A set-up on its way in this process. What transcription needs comes first, so that work can begin while the language
/// engine is still being compiled; <see cref="EngineFiles"/> waits for the parts of a run.
/// </summary>
public sealed class SetupRun
{
    private readonly SetupTools _tools;
    private readonly IProgress<SetupProgress> _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, Task> _models = [];

    private SetupRun(SetupTools tools, SetupPlan plan, SetupWishes wishes, IProgress<SetupProgress> progress, CancellationToken cancellationToken)
    {
        (_tools, Plan, _progress, _cancellationToken) = (tools, plan, progress, cancellationToken);
        var recipes = plan.Language is null ? [EngineRecipe.Speech] : EngineRecipe.All;
        var needsNothing = recipes.All(tools.Engines.IsReady) && Entries(wishes).All(entry => tools.Models.Find(entry) is not null);
        var held = needsNothing ? null : SetupLock.Take(tools.Folders.Home);

        var speechSource = PrepareAsync(EngineRecipe.Speech, Task.CompletedTask);
        SpeechEngine = CompileAsync(EngineRecipe.Speech, speechSource, Task.CompletedTask);
        var previous = Task.CompletedTask;
        foreach (var entry in Entries(wishes))
            _models[entry.Name] = previous = FetchAsync(entry, previous);

        // The engines are compiled one after the other, because each takes all cores; the source of the second is fetched meanwhile.
        LanguageEngine = plan.Language is null
            ? Task.CompletedTask
            : CompileAsync(EngineRecipe.Language, PrepareAsync(EngineRecipe.Language, speechSource), SpeechEngine);
        Completion = CompleteAsync(held);
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
    /// <exception cref="NotulenException">The wishes cannot be met, or another process is at it.</exception>
    public static async Task<SetupRun> StartAsync(
        SetupTools tools, SetupWishes wishes, IProgress<SetupProgress> progress, CancellationToken cancellationToken)
    {
        var plan = await SetupPlan.MakeAsync(wishes, tools, Machine.Current, cancellationToken);
        return new SetupRun(tools, plan, wishes, progress, cancellationToken);
    }

    /// <summary>Whether this run makes a model ready.</summary>
    public bool IsFetching(string model) => _models.ContainsKey(model);

    /// <summary>Ends when a model is there; at once when this run does not fetch it.</summary>
    public Task Model(string model) => _models.GetValueOrDefault(model, Task.CompletedTask);

    private IEnumerable<ModelEntry> Entries(SetupWishes wishes)
    {
        yield return Plan.Speech;
        yield return _tools.Models.Catalogue.Find(ModelCatalogue.VoiceActivity);
        if (wishes.Sample)
            yield return _tools.Models.Catalogue.Find(ModelCatalogue.DutchDialogue, ModelKind.Sample);
        if (Plan.Language is not null)
            yield return Plan.Language;
    }

    private async Task CompleteAsync(SetupLock? held)
    {
        try
        {
            await Task.WhenAll([SpeechEngine, LanguageEngine, .. _models.Values]);
        }
        finally
        {
            held?.Dispose();
        }
    }

    private async Task PrepareAsync(EngineRecipe recipe, Task after)
    {
        await Task.WhenAny(after);
        if (_tools.Engines.IsReady(recipe))
            return;
        await ReportedAsync(PartOf(recipe), SetupState.Fetching, null, report => _tools.Build.PrepareAsync(recipe, report, _cancellationToken));
    }

    private async Task CompileAsync(EngineRecipe recipe, Task source, Task after)
    {
        if (_tools.Engines.IsReady(recipe))
        {
            _progress.Report(new SetupProgress(PartOf(recipe), SetupState.AlreadyDone, 1, TimeSpan.Zero));
            return;
        }
        await source;
        await Task.WhenAny(after);
        await ReportedAsync(PartOf(recipe), SetupState.Building, SetupState.Done, report => _tools.Build.CompileAsync(recipe, report, _cancellationToken));
    }

    private async Task FetchAsync(ModelEntry entry, Task previous)
    {
        await Task.WhenAny(previous);
        var part = new SetupPart($"part.{entry.Kind}", entry.Name);
        var end = _tools.Models.Find(entry) is null ? SetupState.Done : SetupState.AlreadyDone;
        await ReportedAsync(part, SetupState.Fetching, end, report => _tools.Fetch.FetchAsync(entry, report, _cancellationToken));
    }

    private async Task ReportedAsync(SetupPart part, SetupState state, SetupState? end, Func<Action<double>, Task> work)
    {
        // Away from the caller: preparing may read and unpack for a while before it first waits.
        await Task.Yield();
        var started = _tools.Time.GetTimestamp();
        void Report(SetupState now, double fraction) => _progress.Report(new SetupProgress(part, now, fraction, _tools.Time.GetElapsedTime(started)));
        try
        {
            if (end == SetupState.Done)
                Report(state, 0);
            await work(fraction => Report(state, fraction));
            if (end is not null)
                Report(end.Value, 1);
        }
        catch (Exception)
        {
            Report(SetupState.Failed, 0);
            throw;
        }
    }

    private static SetupPart PartOf(EngineRecipe recipe) => new("part.Engine", $"{recipe.Name} {recipe.Version}");
}

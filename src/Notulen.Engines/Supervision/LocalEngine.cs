namespace Notulen.Engines.Supervision;

/// <summary>An engine that runs as our child.</summary>
/// <param name="name">Name for people and logs.</param>
/// <param name="inFlight">Requests that keep it busy.</param>
/// <param name="supervisor">Keeps its process.</param>
/// <param name="launch">How it is started for a model; waits for files that are still being made.</param>
internal sealed class LocalEngine(
    string name, int inFlight, EngineSupervisor supervisor, Func<string, CancellationToken, Task<EngineLaunch>> launch) : IEngineService
{
    public string Name => name;

    public int InFlight => inFlight;

    public async Task<EngineSession> OpenAsync(string model, CancellationToken cancellationToken) =>
        await supervisor.OpenAsync(await launch(model, cancellationToken), cancellationToken);

    public Task ReleaseAsync() => supervisor.StopIfUnusedAsync();
}

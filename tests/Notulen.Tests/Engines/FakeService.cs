using Notulen.Engines;
using Notulen.Engines.Supervision;

namespace Notulen.Tests.Engines;

/// <summary>A "local" engine whose process is a <see cref="FakeEngine"/>; remembers how each request left it.</summary>
internal sealed class FakeService(Uri address) : IEngineService
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    public string Name => "fake";

    public int InFlight => 2;

    public List<SessionEnd> Ends { get; } = [];

    public Task<EngineSession> OpenAsync(string model, CancellationToken cancellationToken) => Task.FromResult(
        new EngineSession(_http, new ModelFile(model, "/models/" + model, "abc", Demonstration: false), local: true, end =>
        {
            lock (Ends)
                Ends.Add(end);
            return ValueTask.CompletedTask;
        }));

    public Task ReleaseAsync() => Task.CompletedTask;
}

namespace Notulen.Engines.Supervision;

/// <summary>How a request left the engine.</summary>
internal enum SessionEnd
{
    /// <summary>It answered.</summary>
    Fine,

    /// <summary>It died, hung or answered nonsense: it must not be used again.</summary>
    Broken,

    /// <summary>Nobody waits for the answer any more: when nobody else uses the engine, it is stopped so that it stops working.</summary>
    Abandoned,
}

/// <summary>An engine that is running and will not be stopped as long as this is not disposed.</summary>
internal sealed class EngineSession(HttpClient http, ModelFile? model, bool local, Func<SessionEnd, ValueTask> close) : IAsyncDisposable
{
    public HttpClient Http { get; } = http;

    /// <summary>The model's file; null for a remote engine.</summary>
    public ModelFile? Model { get; } = model;

    /// <summary>True for a child process, false for a server elsewhere.</summary>
    public bool Local { get; } = local;

    /// <summary>Set when something went wrong; decides what happens to the engine.</summary>
    public SessionEnd End { get; set; }

    public ValueTask DisposeAsync() => close(End);
}

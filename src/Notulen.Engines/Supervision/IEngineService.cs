using Notulen.Core.Problems;

namespace Notulen.Engines.Supervision;

/// <summary>Something that has an engine to talk to: a supervised child process, or a server elsewhere.</summary>
internal interface IEngineService
{
    /// <summary>Name for people and logs.</summary>
    string Name { get; }

    /// <summary>Requests that may be on their way at once.</summary>
    int InFlight { get; }

    /// <summary>Makes sure that the engine serves a model.</summary>
    /// <exception cref="NotulenException">The engine or the model is missing, or it does not start.</exception>
    Task<EngineSession> OpenAsync(string model, CancellationToken cancellationToken);

    /// <summary>Frees the engine's memory unless somebody still uses it.</summary>
    Task ReleaseAsync();
}

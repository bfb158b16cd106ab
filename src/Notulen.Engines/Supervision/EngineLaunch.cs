namespace Notulen.Engines.Supervision;

/// <summary>How to start a local engine.</summary>
/// <param name="Engine">Name for people and logs: "whisper-server".</param>
/// <param name="Model">The model it serves; a request for another one restarts it.</param>
/// <param name="Program">Full path.</param>
/// <param name="Arguments">Its arguments for a given loopback port and a path in front of all its addresses.</param>
/// <param name="Environment">Variables it gets besides the few that every engine gets.</param>
/// <param name="ApiKey">Key that requests carry; null when the engine knows none.</param>
internal sealed record EngineLaunch(
    string Engine,
    ModelFile Model,
    string Program,
    Func<int, string, IEnumerable<string>> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    string? ApiKey);

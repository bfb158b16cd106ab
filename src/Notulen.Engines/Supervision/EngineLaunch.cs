namespace Notulen.Engines.Supervision;

/// <summary>How to start a local engine. The port and host are added by who starts it.</summary>
/// <param name="Name">For messages and the log ("whisper-server").</param>
/// <param name="Program">Full path.</param>
/// <param name="Arguments">Arguments without host and port; never a secret.</param>
/// <param name="Environment">Variables to add; secrets go here.</param>
/// <param name="HealthPath">Path that answers 200 when the model is loaded.</param>
public sealed record EngineLaunch(
    string Name, string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, string HealthPath);

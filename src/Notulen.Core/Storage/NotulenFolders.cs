namespace Notulen.Core.Storage;

/// <summary>Where Notulen keeps things outside its checkout.</summary>
/// <param name="Home">Engines, models and caches; from NOTULEN_HOME, by default <c>~/.local/share/notulen</c>.</param>
/// <param name="Data">Database, recordings and results; from NOTULEN_DATA, by default <c>data</c> in the home folder.</param>
public sealed record NotulenFolders(string Home, string Data)
{
    public string Engines => Path.Combine(Home, "engines");
    public string Models => Path.Combine(Home, "models");
    public string Downloads => Path.Combine(Home, "downloads");
    public string Samples => Path.Combine(Home, "samples");

    public string Database => Path.Combine(Data, "notulen.db");
    public string Recordings => Path.Combine(Data, "recordings");
    public string Work => Path.Combine(Data, "work");
    public string Run => Path.Combine(Data, "run");
    public string Logs => Path.Combine(Data, "logs");

    /// <summary>Reads the environment; a relative path counts from the current folder.</summary>
    public static NotulenFolders FromEnvironment(string? data = null)
    {
        var home = Environment.GetEnvironmentVariable("NOTULEN_HOME") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "notulen");
        if (string.IsNullOrEmpty(data))
            data = Environment.GetEnvironmentVariable("NOTULEN_DATA") is { Length: > 0 } given ? given : Path.Combine(home, "data");
        return new NotulenFolders(Path.GetFullPath(home), Path.GetFullPath(data));
    }
}

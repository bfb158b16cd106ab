using System.ComponentModel.DataAnnotations;

namespace Notulen.Engines;

/// <summary>Settings of both engines; section "Engines".</summary>
public sealed class EngineOptions
{
    public const string Section = "Engines";

    /// <summary>Processor threads of a local engine. The default, 0, takes all cores.</summary>
    [Range(0, 512)]
    public int Threads { get; set; }

    /// <summary>Seconds that a local engine may take to load its model and answer. The default is 180.</summary>
    [Range(1, 3600)]
    public int StartSeconds { get; set; } = 180;

    /// <summary>Seconds without work after which a local engine is stopped to free its memory. The default is 120.</summary>
    [Range(1, 86_400)]
    public int IdleSeconds { get; set; } = 120;

    /// <summary>Seconds that a busy local engine may leave the question how it is unanswered before it counts as hanging. The default is 60.</summary>
    [Range(1, 3600)]
    public int HangSeconds { get; set; } = 60;

    /// <summary>How often a start or a request is tried, with the engine restarted in between. The default is 3.</summary>
    [Range(1, 10)]
    public int Attempts { get; set; } = 3;

    /// <summary>Milliseconds before the second attempt; each next pause is twice as long. The default is 500.</summary>
    [Range(1, 60_000)]
    public int BackOffMilliseconds { get; set; } = 500;

    public SpeechEngineOptions Speech { get; set; } = new();

    public LanguageEngineOptions Language { get; set; } = new();

    /// <summary>Hosts that a remote engine may be on, besides this machine, by name or address. The default is none.</summary>
    public IList<string> AllowedHosts { get; set; } = [];

    /// <summary>
    /// True allows engines on public addresses: recordings and transcripts then leave the house. The default is false.
    /// </summary>
    public bool AllowPublicHosts { get; set; }

    internal int EffectiveThreads => Threads > 0 ? Threads : Environment.ProcessorCount;

    /// <summary>Pause before the next attempt.</summary>
    internal TimeSpan BackOff(int attempt) => TimeSpan.FromMilliseconds(BackOffMilliseconds * Math.Pow(2, attempt - 1));
}

/// <summary>What speech and language engines have in common: where a remote one is.</summary>
public abstract class RemoteEngineOptions
{
    /// <summary>Base URL of a remote engine with OpenAI's API, in front of <c>/v1/…</c>; null runs the engine on this machine. The default is null.</summary>
    public Uri? Url { get; set; }

    /// <summary>Name of the model on the remote engine. The default is null: the name in the catalogue.</summary>
    public string? Model { get; set; }

    /// <summary>File whose first line is the remote engine's key. The default is null, for none.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Environment variable with the remote engine's key, when there is no file. The default is null, for none.</summary>
    public string? KeyVariable { get; set; }

    /// <summary>True when the remote model is too weak for real minutes; the output then says so. The default is false.</summary>
    public bool Demonstration { get; set; }

    /// <summary>The remote engine's key, read anew for each request so that it can be replaced; null when there is none.</summary>
    internal string? Key() =>
        KeyFile is { Length: > 0 } file ? File.ReadLines(file).FirstOrDefault()?.Trim()
        : KeyVariable is { Length: > 0 } variable ? Environment.GetEnvironmentVariable(variable)
        : null;
}

/// <summary>Settings of the speech engine; section "Engines:Speech".</summary>
public sealed class SpeechEngineOptions : RemoteEngineOptions
{
    /// <summary>Seconds that one window of 30 seconds of sound may take, waiting for the one before it included. The default is 600.</summary>
    [Range(1, 7200)]
    public int RequestDeadlineSeconds { get; set; } = 600;

    /// <summary>How many windows are on their way at once: 2 keeps a local engine from waiting for us. The default is 2.</summary>
    [Range(1, 64)]
    public int WindowsInFlight { get; set; } = 2;
}

/// <summary>Settings of the language engine; section "Engines:Language".</summary>
public sealed class LanguageEngineOptions : RemoteEngineOptions
{
    /// <summary>Seconds that one answer may take. The default is 1800.</summary>
    [Range(1, 14_400)]
    public int RequestDeadlineSeconds { get; set; } = 1800;

    /// <summary>Most tokens of prompt and answer together; a model's own limit may be lower. The default is 8192.</summary>
    [Range(512, 262_144)]
    public int ContextTokens { get; set; } = 8192;

    /// <summary>Requests that are on their way to a remote engine at once; a local one takes one. The default is 1.</summary>
    [Range(1, 64)]
    public int RequestsInFlight { get; set; } = 1;
}

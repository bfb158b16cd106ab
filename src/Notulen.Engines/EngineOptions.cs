using System.ComponentModel.DataAnnotations;

namespace Notulen.Engines;

/// <summary>Settings of both engines; section "Engines".</summary>
public sealed class EngineOptions
{
    /// <summary>Processor threads of a local engine. The default, 0, takes all cores.</summary>
    [Range(0, 512)]
    public int Threads { get; set; }

    /// <summary>Seconds that a local engine may take to load its model and answer. The default is 180.</summary>
    [Range(1, 3600)]
    public int StartSeconds { get; set; } = 180;

    /// <summary>Seconds without work after which a local engine is stopped to free its memory. The default is 120.</summary>
    [Range(1, 86_400)]
    public int IdleSeconds { get; set; } = 120;

    /// <summary>How often a request is tried, with the engine restarted in between. The default is 3.</summary>
    [Range(1, 10)]
    public int Attempts { get; set; } = 3;

    [Required]
    public SpeechEngineOptions Speech { get; set; } = new();

    [Required]
    public LanguageEngineOptions Language { get; set; } = new();

    /// <summary>Hosts that a remote engine may be on, besides this machine. The default is none.</summary>
    public IList<string> AllowedHosts { get; set; } = [];

    /// <summary>
    /// True allows engines on public addresses: recordings and transcripts then leave the house. The default is false.
    /// </summary>
    public bool AllowPublicHosts { get; set; }

    internal int EffectiveThreads => Threads > 0 ? Threads : Environment.ProcessorCount;
}

/// <summary>Settings of the speech engine; section "Engines:Speech".</summary>
public sealed class SpeechEngineOptions
{
    /// <summary>Base URL of a remote engine with OpenAI's API; null runs whisper-server on this machine. The default is null.</summary>
    public Uri? Url { get; set; }

    /// <summary>File that holds the remote engine's key. The default is null, for none.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Seconds that one window of 30 seconds of sound may take. The default is 600.</summary>
    [Range(1, 7200)]
    public int RequestDeadlineSeconds { get; set; } = 600;

    /// <summary>How many windows are on their way at once: 2 keeps a local engine from waiting for us. The default is 2.</summary>
    [Range(1, 64)]
    public int WindowsInFlight { get; set; } = 2;
}

/// <summary>Settings of the language engine; section "Engines:Language".</summary>
public sealed class LanguageEngineOptions
{
    /// <summary>Base URL of a remote engine with OpenAI's API; null runs llama-server on this machine. The default is null.</summary>
    public Uri? Url { get; set; }

    /// <summary>File that holds the remote engine's key. The default is null, for none.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Seconds that one answer may take. The default is 1800.</summary>
    [Range(1, 14_400)]
    public int RequestDeadlineSeconds { get; set; } = 1800;

    /// <summary>Most tokens of prompt and answer together; a model's own limit may be lower. The default is 8192.</summary>
    [Range(512, 262_144)]
    public int ContextTokens { get; set; } = 8192;
}

namespace Notulen.Engines.Models;

/// <summary>What this machine can do, as far as the choice of models is concerned.</summary>
/// <param name="Cores">Processor cores that the process may use.</param>
/// <param name="MemoryBytes">Memory that the process may use; the container's limit where there is one.</param>
public sealed record Machine(int Cores, long MemoryBytes)
{
    /// <summary>Part of the memory that one engine may take; the rest is for the system and ourselves.</summary>
    private const double MemoryShare = 0.7;

    /// <summary>Beyond this, more cores hardly make an engine faster.</summary>
    private const int UsefulCores = 16;

    /// <summary>The machine that this runs on.</summary>
    public static Machine Current { get; } = new(Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    public bool Holds(ModelEntry entry) => entry.MemoryBytes <= MemoryBytes * MemoryShare;

    /// <summary>Whether the model keeps up with a recording: at most a second of computing per second of recording.</summary>
    public bool KeepsUp(ModelEntry entry) => entry.Cost * 2 / Math.Clamp(Cores, 1, UsefulCores) <= 1;
}

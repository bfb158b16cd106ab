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

    /// <summary>Most seconds of computing per second of recording that count as keeping up: as fast as the recording with something to spare.</summary>
    private const double CostLimit = 0.8;

    /// <summary>The machine that this runs on.</summary>
    public static Machine Current { get; } = new(Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    public bool Holds(ModelEntry entry) => entry.MemoryBytes <= MemoryBytes * MemoryShare;

    /// <summary>Whether an engine with this model keeps up with a recording on this machine.</summary>
    public bool KeepsUp(ModelEntry entry) => entry.Cost * 2 / Math.Clamp(Cores, 1, UsefulCores) <= CostLimit;
}

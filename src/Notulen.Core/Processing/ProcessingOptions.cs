using System.ComponentModel.DataAnnotations;

namespace Notulen.Core.Processing;

/// <summary>Settings of the work itself; section "Processing".</summary>
public sealed class ProcessingOptions
{
    /// <summary>Seconds that a stage stays reserved for a worker that gives no sign of life. The default is 60.</summary>
    [Range(2, 3600)]
    public int LeaseSeconds { get; set; } = 60;

    /// <summary>How often a stage is tried without getting any further before it is parked. The default is 3.</summary>
    [Range(1, 20)]
    public int MaximumAttempts { get; set; } = 3;

    /// <summary>How often a window may be decoded again: at a higher temperature when it is hopeless, or where speech was passed over. The default is 2.</summary>
    [Range(0, 5)]
    public int TemperatureFallbacks { get; set; } = 2;

    /// <summary>Largest recording that is accepted, in megabytes. The default is 8192.</summary>
    [Range(1, 1_000_000)]
    public int MaximumMegabytes { get; set; } = 8192;
}

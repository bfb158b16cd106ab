using System.ComponentModel.DataAnnotations;
using Notulen.Core.Processing;

namespace Notulen.Web.Processing;

/// <summary>How many stages of each kind run at once; section "Workers". More than one only helps where the machine has room.</summary>
public sealed class WorkerOptions
{
    /// <summary>Recordings that are decoded at once. The default is 1.</summary>
    [Range(1, 16)]
    public int Decode { get; set; } = 1;

    /// <summary>Recordings that are transcribed at once; the engine uses all cores for one. The default is 1.</summary>
    [Range(1, 16)]
    public int Transcribe { get; set; } = 1;

    /// <summary>Meetings that the language model works on at once. The default is 1.</summary>
    [Range(1, 16)]
    public int Language { get; set; } = 1;

    /// <summary>Documents that are made at once. The default is 1.</summary>
    [Range(1, 16)]
    public int Export { get; set; } = 1;

    /// <summary>Workers of a queue, one of <see cref="Queues"/>.</summary>
    public int Of(string queue) => queue switch
    {
        Queues.Decode => Decode,
        Queues.Transcribe => Transcribe,
        Queues.Language => Language,
        Queues.Export => Export,
        _ => throw new ArgumentOutOfRangeException(nameof(queue), queue, "No such queue."),
    };
}

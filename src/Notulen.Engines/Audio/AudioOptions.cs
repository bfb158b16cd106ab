using System.ComponentModel.DataAnnotations;

namespace Notulen.Engines.Audio;

/// <summary>Section "Audio": how recordings are read and what is too much.</summary>
public sealed class AudioOptions
{
    public const string Section = "Audio";

    /// <summary>Program that decodes; a name on PATH or a full path. The default value is "ffmpeg".</summary>
    [Required]
    public string Ffmpeg { get; set; } = "ffmpeg";

    /// <summary>Program that looks at a file; a name on PATH or a full path. The default value is "ffprobe".</summary>
    [Required]
    public string Ffprobe { get; set; } = "ffprobe";

    /// <summary>Longest recording in hours; a pipeline may allow less. The default value is 24.</summary>
    [Range(0.01, 1000)]
    public double MaxHours { get; set; } = 24;

    /// <summary>Largest recording in gigabytes (10^9 bytes). The default value is 50.</summary>
    [Range(0.001, 10_000)]
    public double MaxGigabytes { get; set; } = 50;

    /// <summary>Most streams (sound, picture, subtitles) in a file. The default value is 64.</summary>
    [Range(1, 1000)]
    public int MaxStreams { get; set; } = 64;

    /// <summary>Most channels that are kept apart or mixed. The default value is 16.</summary>
    [Range(1, 64)]
    public int MaxChannels { get; set; } = 16;

    /// <summary>Longest time for a look at a file. The default value is one minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ProbeDeadline { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Threads of the decoder; most codecs use one anyway. The default value is 2.</summary>
    [Range(1, 64)]
    public int Threads { get; set; } = 2;
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Notulen.Core.Recordings;

namespace Notulen.Engines.Audio;

/// <summary>The part of ffprobe's JSON that matters here.</summary>
internal sealed record FfprobeAnswer(IReadOnlyList<FfprobeStream>? Streams, FfprobeFormat? Format)
{
    public static readonly string[] Arguments =
    [
        "-hide_banner", "-v", "level+error", "-of", "json",
        "-show_entries",
        "format=duration,format_name,nb_streams:stream=index,codec_type,codec_name,channels,sample_rate,duration:stream_disposition=default",
    ];

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    /// <returns>Null when it is not what ffprobe writes.</returns>
    public static FfprobeAnswer? Parse(string output)
    {
        try
        {
            return JsonSerializer.Deserialize<FfprobeAnswer>(output, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The stream to use: one whose codec is known, then the one the maker marked as default, then most channels, then the first.</summary>
    public AudioProbe? Best()
    {
        var tracks = (Streams ?? [])
            .Where(stream => stream is { CodecType: "audio", CodecName: not (null or "none"), Channels: > 0, SampleRate: > 0 })
            .ToList();
        var best = tracks
            .OrderByDescending(stream => stream.Disposition?.Default ?? 0)
            .ThenByDescending(stream => stream.Channels)
            .ThenBy(stream => stream.Index)
            .FirstOrDefault();
        if (best is null)
            return null;
        var duration = Seconds(best.Duration) ?? Seconds(Format?.Duration) ?? 0;
        return new AudioProbe(duration, best.Channels, best.SampleRate, best.CodecName!, Format?.FormatName ?? "", best.Index, tracks.Count);
    }

    // ffprobe writes "N/A" where it does not know.
    private static double? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) && seconds > 0
            ? seconds
            : null;
}

internal sealed record FfprobeStream(
    int Index, string? CodecType, string? CodecName, int Channels, int SampleRate, string? Duration, FfprobeDisposition? Disposition);

internal sealed record FfprobeDisposition(int Default);

internal sealed record FfprobeFormat(string? Duration, string? FormatName, int NbStreams);

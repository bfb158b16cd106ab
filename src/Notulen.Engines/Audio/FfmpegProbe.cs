using System.Globalization;
using System.Text.Json;
using Notulen.Core.Problems;
using Notulen.Core.Recordings;
using Notulen.Engines.Processes;

namespace Notulen.Engines.Audio;

/// <summary>Looks at a file with ffprobe, under limits.</summary>
internal static class FfmpegProbe
{
    private const int MostStreams = 64;
    private const int MostChannels = 32;

    /// <summary>Longest recording, whatever its header says.</summary>
    public const double MostHours = 24;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static async Task<AudioProbe> RunAsync(string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        if (new FileInfo(path) is not { Exists: true } file)
            throw NotulenException.Input("file.missing", path);
        if (file.Length == 0)
            throw NotulenException.Input("audio.empty", name);

        var result = await ProcessRunner.RunAsync(
            "ffprobe",
            [
                .. FfmpegInput.Limits, "-of", "json",
                "-show_entries", "format=duration,format_name,nb_streams:stream=codec_type,codec_name,channels,sample_rate,duration",
                "-i", FfmpegInput.Of(path),
            ],
            Deadline,
            cancellationToken);
        if (result.ExitCode != 0 || Parse(result.Output) is not { } root)
            throw NotulenException.Input(result.ErrorTail.Contains("moov atom not found", StringComparison.Ordinal) ? "audio.brokenOff" : "audio.unreadable", name);
        var format = root.GetProperty("format");
        var container = Text(format, "format_name");
        var streams = root.GetProperty("streams").EnumerateArray().ToList();
        if (streams.Count > MostStreams)
            throw NotulenException.Input("audio.tooManyStreams", name, MostStreams.ToString(CultureInfo.InvariantCulture));
        var audio = streams.Where(stream => Text(stream, "codec_type") == "audio").ToList();
        if (audio.Count == 0)
            throw NotulenException.Input(streams.Any(stream => Text(stream, "codec_type") == "video") ? "audio.noSound" : "audio.unreadable", name);

        var channels = (int)Number(audio[0], "channels");
        if (channels is < 1 or > MostChannels)
            throw NotulenException.Input("audio.unreadable", name);
        var duration = Math.Max(Number(format, "duration"), Number(audio[0], "duration"));
        if (duration > MostHours * 3600)
            throw NotulenException.Input("audio.tooLong", name, MostHours.ToString("0", CultureInfo.InvariantCulture));
        return new AudioProbe(duration, channels, (int)Number(audio[0], "sample_rate"), Text(audio[0], "codec_name"), container);
    }

    private static JsonElement? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("format", out _) && document.RootElement.TryGetProperty("streams", out _)
                ? document.RootElement.Clone()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static double Number(JsonElement element, string name) =>
        double.TryParse(Text(element, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Notulen.Core.Problems;
using Notulen.Core.Recordings;
using Notulen.Engines.Processes;

namespace Notulen.Engines.Audio;

/// <summary>Decodes with the ffmpeg of the machine.</summary>
public sealed class FfmpegDecoder(IOptions<AudioOptions> options, ILogger<FfmpegDecoder> logger) : IAudioDecoder
{
    /// <summary>What ffmpeg says when a file stops before its end.</summary>
    private static readonly string[] BreakingOff = ["partial file", "ended prematurely", "corrupt input packet", "Truncat", "truncat", "End of file"];

    /// <summary>How ffmpeg ends when it was told to stop: in good order, with what it had so far.</summary>
    private const int ToldToStop = 255;

    private readonly AudioOptions _options = options.Value;

    public async Task<AudioProbe> ProbeAsync(string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        var file = new FileInfo(path);
        if (!file.Exists)
            throw NotulenException.Input("file.missing", path);
        if (file.Length == 0)
            throw NotulenException.Input("audio.empty", name);
        if (file.Length > _options.MaxGigabytes * 1e9)
            throw NotulenException.Input("audio.large", name, _options.MaxGigabytes.ToString("0.###"));

        var result = await ProcessRunner.RunAsync(
            _options.Ffprobe, [.. FfprobeAnswer.Arguments, .. FfmpegInput.Arguments(path)], _options.ProbeDeadline, cancellationToken, environment: Quiet);
        var answer = FfprobeAnswer.Parse(result.Output);
        if (result.ErrorTail.Contains("moov atom not found", StringComparison.Ordinal))
            throw NotulenException.Input("audio.brokenOff", name);
        if (answer?.Streams is not { Count: > 0 } streams)
            throw NotulenException.Input("audio.unreadable", name);
        if (Math.Max(answer.Format?.NbStreams ?? 0, streams.Count) > _options.MaxStreams)
            throw NotulenException.Input("audio.tooManyStreams", name, _options.MaxStreams.ToString());
        var probe = answer.Best();
        if (probe is null)
            throw NotulenException.Input(streams.Any(stream => stream.CodecType == "audio") ? "audio.unreadable" : "audio.noSound", name);
        if (probe.Duration > _options.MaxHours * 3600)
            throw TooLong(name);
        return probe;
    }

    public async Task<DecodedAudio> DecodeAsync(
        string path, AudioProbe probe, bool separateChannels, string folder, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        if (separateChannels && probe.Channels > _options.MaxChannels)
            throw NotulenException.Input("audio.channels", name, _options.MaxChannels.ToString());
        Directory.CreateDirectory(folder);
        var brokenOff = false;
        var estimated = false;
        using var files = new ChannelFiles(folder, separateChannels ? probe.Channels : 1);
        var result = await ProcessRunner.StreamAsync(
            _options.Ffmpeg,
            Arguments(path, probe, separateChannels),
            Deadline(probe),
            (stream, ct) => files.CopyFromAsync(stream, seconds => Report(seconds), ct),
            cancellationToken,
            onErrorLine: line =>
            {
                brokenOff |= BreakingOff.Any(phrase => line.Contains(phrase, StringComparison.Ordinal));
                estimated |= line.Contains("Estimating duration from bitrate", StringComparison.Ordinal);
            },
            environment: Quiet);

        if (result.ExitCode == ToldToStop)
            throw await ProcessRunner.KilledAsync(_options.Ffmpeg, result.ExitCode, cancellationToken);
        if (files.Samples == 0)
            throw NotulenException.Input(brokenOff ? "audio.brokenOff" : "audio.unreadable", name);
        var shorter = !estimated && probe.Duration > 0 && files.Seconds < probe.Duration - Math.Max(2, probe.Duration / 100);
        var truncated = brokenOff || shorter || result.ExitCode != 0 || WavHeader.BreaksOff(path);
        var gain = files.Gain;
        files.Finish();
        progress.Report(1);
        logger.LogInformation(
            "Decoded {Seconds:F1} s of {Codec} into {Channels} channel(s), gain {Gain:F1}, truncated {Truncated}.",
            files.Seconds, probe.Codec, files.Names.Count, gain, truncated);
        return new DecodedAudio(files.Names, files.Seconds, gain, truncated ? "audio.truncated" : null);

        void Report(double seconds)
        {
            if (seconds > _options.MaxHours * 3600)
                throw TooLong(name);
            if (probe.Duration > 0)
                progress.Report(Math.Min(1, seconds / probe.Duration));
        }
    }

    /// <summary>No colours, and no report files that a variable of the caller might ask for.</summary>
    private static Dictionary<string, string?> Quiet { get; } = new() { ["AV_LOG_FORCE_NOCOLOR"] = "1", ["FFREPORT"] = null };

    private string[] Arguments(string path, AudioProbe probe, bool separateChannels) =>
    [
        "-nostdin", "-hide_banner", "-nostats", "-v", "level+warning", "-threads", _options.Threads.ToString(),
        .. FfmpegInput.Arguments(path),
        "-map", $"0:{probe.Stream}", "-vn", "-sn", "-dn", "-map_metadata", "-1",
        .. Channels(probe.Channels, separateChannels),
        "-ar", DecodedAudio.SampleRate.ToString(), "-f", "s16le", "-c:a", "pcm_s16le", "pipe:1",
    ];

    /// <summary>
    /// More than two channels are microphones rather than a layout of loudspeakers: all count the same, and no channel
    /// is left out as a mix for cinema sound would.
    /// </summary>
    private static string[] Channels(int channels, bool separate) => (separate, channels) switch
    {
        (false, > 2) => ["-af", "pan=mono|c0=" + string.Join('+', Enumerable.Range(0, channels).Select(channel => FormattableString.Invariant($"{1.0 / channels:F6}*c{channel}")))],
        (false, _) => ["-ac", "1"],
        (true, _) => [],
    };

    // Decoding runs at a hundred times real time and more; a quarter of real time is a machine in trouble.
    private TimeSpan Deadline(AudioProbe probe) =>
        TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds((probe.Duration > 0 ? probe.Duration : _options.MaxHours * 3600) / 4);

    private NotulenException TooLong(string name) => NotulenException.Input("audio.tooLong", name, _options.MaxHours.ToString("0.##"));
}

using System.Globalization;
using Notulen.Core.Problems;
using Notulen.Core.Recordings;
using Notulen.Core.Storage;
using Notulen.Engines.Processes;

namespace Notulen.Engines.Audio;

/// <summary>Decodes whatever ffmpeg knows, streamed through our process so that the level is measured on the way.</summary>
public sealed class FfmpegDecoder : IAudioDecoder
{
    private const int ReadSize = 1 << 18;

    // Only files: a playlist must not make ffmpeg read other files of this machine or the network.
    private static readonly string[] Safe = ["-nostdin", "-v", "error", "-protocol_whitelist", "file,pipe"];

    public Task<AudioProbe> ProbeAsync(string path, CancellationToken cancellationToken) => FfmpegProbe.RunAsync(path, cancellationToken);

    public async Task<DecodedAudio> DecodeAsync(
        string path, AudioProbe probe, bool separateChannels, string folder, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var channels = separateChannels ? probe.Channels : 1;
        var names = Enumerable.Range(0, channels).Select(channel => $"channel-{channel}.pcm").ToList();
        var level = new SpeechLevel();
        long samples = 0;
        ProcessResult result;
        var writers = new List<FileStream>();
        try
        {
            writers.AddRange(names.Select(name => new FileStream(Path.Combine(folder, name + ".part"), FileMode.Create, FileAccess.Write, FileShare.None, 0)));
            result = await ProcessRunner.StreamAsync(
                "ffmpeg",
                [.. Safe, "-i", "file:" + Path.GetFullPath(path), "-map", "0:a:0", "-vn", "-ac", channels.ToString(CultureInfo.InvariantCulture), "-ar", "16000", "-f", "s16le", "pipe:1"],
                Deadline(probe),
                async (stream, token) =>
                {
                    var splitter = new ChannelSplitter(channels);
                    var buffer = new byte[ReadSize];
                    while (await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, token) is var read and > 0)
                    {
                        for (var channel = 0; channel < channels; channel++)
                        {
                            var own = splitter.Channel(buffer.AsMemory(0, read), channel);
                            level.Add(own.Span, channel);
                            await writers[channel].WriteAsync(own, token);
                        }
                        samples += read / sizeof(short) / channels;
                        if (probe.Duration > 0)
                            progress.Report(samples / (probe.Duration * DecodedAudio.SampleRate));
                    }
                },
                cancellationToken);
        }
        catch (IOException exception) when (DiskSpace.IsFull(exception))
        {
            throw DiskSpace.Full(folder, exception);
        }
        finally
        {
            foreach (var writer in writers)
                await writer.DisposeAsync();
        }

        var duration = samples / (double)DecodedAudio.SampleRate;
        if (samples == 0)
            throw NotulenException.Input("audio.unreadable", Path.GetFileName(path));
        foreach (var name in names)
            File.Move(Path.Combine(folder, name + ".part"), Path.Combine(folder, name), overwrite: true);
        return new DecodedAudio(names, duration, level.Gain(), BreaksOff(result, duration, probe) ? "audio.truncated" : null);
    }

    private static bool BreaksOff(ProcessResult result, double duration, AudioProbe probe) =>
        result.ExitCode != 0 || (probe.Duration > 0 && duration < probe.Duration - Math.Max(2, probe.Duration * 0.02));

    // Decoding runs at hundreds of times real time; slower than real time is a hang.
    private static TimeSpan Deadline(AudioProbe probe) =>
        TimeSpan.FromSeconds(Math.Max(120, probe.Duration > 0 ? probe.Duration : 12 * 3600));
}

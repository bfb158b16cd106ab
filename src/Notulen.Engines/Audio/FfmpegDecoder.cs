using System.Globalization;
using Notulen.Core.Problems;
using Notulen.Core.Recordings;
using Notulen.Core.Storage;
using Notulen.Engines.Processes;

namespace Notulen.Engines.Audio;

/// <summary>Decodes whatever ffmpeg knows, streamed through our process so that the level is measured on the way.</summary>
public sealed class FfmpegDecoder : IAudioDecoder
{
    private const int ReadFrames = 1 << 16;

    // These have no length in them: ffprobe guesses it from the bit rate.
    private static readonly string[] Lengthless = ["aac", "ac3", "amr", "dts", "eac3", "loas", "mpeg", "mpegts"];

    public Task<AudioProbe> ProbeAsync(string path, CancellationToken cancellationToken) => FfmpegProbe.RunAsync(path, cancellationToken);

    public async Task<DecodedAudio> DecodeAsync(
        string path, AudioProbe probe, bool separateChannels, string folder, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var channels = separateChannels ? probe.Channels : 1;
        var names = Enumerable.Range(0, channels).Select(channel => $"channel-{channel}.pcm").ToList();
        var level = new SpeechLevel();
        long samples = 0;
        var parts = names.Select(name => Path.Combine(folder, name + ".part")).ToList();
        var writers = new List<FileStream>();
        try
        {
            foreach (var part in parts)
                writers.Add(new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 0));
            var result = await ProcessRunner.StreamAsync(
                "ffmpeg",
                [
                    "-nostdin", .. FfmpegInput.Limits, "-i", FfmpegInput.Of(path), "-map", "0:a:0", .. Channels(probe.Channels, channels),
                    "-ar", "16000", "-t", (FfmpegProbe.MostHours * 3600).ToString(CultureInfo.InvariantCulture), "-f", "s16le", "pipe:1",
                ],
                Deadline(probe),
                async (stream, token) =>
                {
                    var splitter = new ChannelSplitter(channels);
                    var buffer = new byte[ReadFrames * channels * sizeof(short)];
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
                            progress.Report(Math.Min(1, samples / (probe.Duration * DecodedAudio.SampleRate)));
                    }
                },
                cancellationToken);
            if (samples == 0)
                throw NotulenException.Input("audio.unreadable", Path.GetFileName(path));
            foreach (var writer in writers)
                await writer.DisposeAsync();
            foreach (var (part, name) in parts.Zip(names))
                File.Move(part, Path.Combine(folder, name), overwrite: true);
            progress.Report(1);
            var duration = samples / (double)DecodedAudio.SampleRate;
            return new DecodedAudio(names, duration, level.Gain(), BreaksOff(path, result, duration, probe) ? "audio.truncated" : null);
        }
        catch (IOException exception) when (DiskSpace.IsFull(exception))
        {
            throw DiskSpace.Full(folder, exception);
        }
        finally
        {
            foreach (var writer in writers)
                await writer.DisposeAsync();
            foreach (var part in parts)
                File.Delete(part);
        }
    }

    // Recorders with a microphone per channel do not say where each one stands, and without that ffmpeg will not mix more
    // than two: every channel counts the same.
    private static string[] Channels(int given, int wanted) => given > 2 && wanted == 1
        ? ["-af", "pan=mono|c0<" + string.Join('+', Enumerable.Range(0, given).Select(channel => $"c{channel}"))]
        : ["-ac", wanted.ToString(CultureInfo.InvariantCulture)];

    private static bool BreaksOff(string path, ProcessResult result, double duration, AudioProbe probe) =>
        result.ExitCode != 0
        || (probe.Container == "wav" && WaveHeader.PromisesMore(path))
        || (probe.Duration > 0 && !Lengthless.Contains(probe.Container) && duration < probe.Duration - Math.Max(2, probe.Duration * 0.02));

    // Decoding runs at hundreds of times real time; slower than real time is a hang.
    private static TimeSpan Deadline(AudioProbe probe) =>
        TimeSpan.FromSeconds(Math.Max(120, probe.Duration > 0 ? probe.Duration : 12 * 3600));
}

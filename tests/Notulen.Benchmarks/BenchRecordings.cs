using System.Runtime.InteropServices;

namespace Notulen.Benchmarks;

/// <summary>Recordings for the benchmarks, made from a sample of the checkout.</summary>
internal static class BenchRecordings
{
    private const int SampleRate = 16_000;
    private const int PieceSeconds = 20;

    // A fifth of the whole is silent.
    private const int SpeechPerSilence = 4;

    /// <summary>Folder of the samples, somewhere above the executable.</summary>
    public static string Sample(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "samples", name);
            if (File.Exists(file))
                return file;
        }
        throw new FileNotFoundException(name);
    }

    /// <summary>Speech with hardly a pause: longer silences are cut down to a third of a second.</summary>
    public static async Task<string> DenseAsync(string folder, int repeat)
    {
        var file = Path.Combine(folder, "dense.wav");
        await FfmpegAsync(
            "-stream_loop", (repeat - 1).ToString(), "-i", Sample("committee-en.opus"), "-af",
            "silenceremove=start_periods=1:start_threshold=-45dB:stop_periods=-1:stop_duration=0.35:stop_threshold=-45dB:stop_silence=0.3",
            "-ac", "1", "-ar", "16000", file);
        return file;
    }

    /// <summary>The same with a silence after every stretch of speech, a fifth of the whole.</summary>
    public static async Task<string> WithSilenceAsync(string dense, string folder)
    {
        var file = Path.Combine(folder, "silence.wav");
        await InsertSilenceAsync(dense, file);
        return file;
    }

    /// <summary>A sample repeated to a length, compressed.</summary>
    public static async Task<string> LongAsync(string folder, double hours)
    {
        var file = Path.Combine(folder, "long.opus");
        await FfmpegAsync("-stream_loop", "-1", "-i", Sample("committee-en.opus"), "-t", ((int)(hours * 3600)).ToString(), "-c", "copy", file);
        return file;
    }

    // On the samples themselves: exact, and without a filter graph that nobody can read. People are silent between words,
    // so the silence goes where the sound is weakest.
    private static async Task InsertSilenceAsync(string source, string target)
    {
        const int Header = 44;
        var speech = MemoryMarshal.Cast<byte, short>((await File.ReadAllBytesAsync(source)).AsSpan(Header)).ToArray();
        var raw = Path.ChangeExtension(target, ".raw");
        await using (var output = File.Create(raw))
        {
            for (var at = 0; at < speech.Length;)
            {
                var end = Pause(speech, at + PieceSeconds * SampleRate);
                await output.WriteAsync(MemoryMarshal.AsBytes(speech.AsSpan(at, end - at)).ToArray());
                await output.WriteAsync(new byte[(end - at) / SpeechPerSilence * sizeof(short)]);
                at = end;
            }
        }
        await FfmpegAsync("-f", "s16le", "-ar", "16000", "-ac", "1", "-i", raw, target);
        File.Delete(raw);
    }

    /// <summary>Middle of the weakest quarter of a second within two seconds around a place; the end when there is nothing around it.</summary>
    private static int Pause(short[] speech, int around)
    {
        const int Stretch = SampleRate / 4;
        if (around + SampleRate + Stretch >= speech.Length)
            return speech.Length;
        var best = around;
        var weakest = long.MaxValue;
        for (var at = around - SampleRate; at < around + SampleRate; at += Stretch / 8)
        {
            var loudness = 0L;
            foreach (var sample in speech.AsSpan(at, Stretch))
                loudness += Math.Abs((int)sample);
            if (loudness < weakest)
                (best, weakest) = (at + Stretch / 2, loudness);
        }
        return best;
    }

    private static Task FfmpegAsync(params string[] arguments) =>
        TimedProcess.RunAsync("ffmpeg", ["-nostdin", "-v", "error", "-y", "-bitexact", .. arguments]);
}

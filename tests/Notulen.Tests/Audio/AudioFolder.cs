using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Notulen.Core.Recordings;
using Notulen.Engines.Audio;
using Notulen.Engines.Processes;
using Xunit;

namespace Notulen.Tests.Audio;

/// <summary>A folder of its own with recordings that are made by ffmpeg; gone afterwards.</summary>
public sealed class AudioFolder : IDisposable
{
    public const string Speechlike = "sine=frequency=300:sample_rate=16000";

    private readonly FfmpegDecoder _decoder = NewDecoder();

    public string Root { get; } = Directory.CreateTempSubdirectory("notulen-audio-").FullName;

    /// <summary>Where decoded sound goes.</summary>
    public string Work => Directory.CreateDirectory(Path.Combine(Root, "work")).FullName;

    /// <summary>What progress was reported.</summary>
    public List<double> Progress { get; } = [];

    public string File(string name) => Path.Combine(Root, name);

    /// <summary>Makes a file; the name is the last argument and is taken as it is.</summary>
    public async Task<string> MakeAsync(string name, params string[] arguments)
    {
        var path = File(name);
        var result = await ProcessRunner.RunAsync(
            "ffmpeg", ["-nostdin", "-v", "error", "-y", .. arguments, "file:" + path], TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.ErrorTail);
        return path;
    }

    public Task<AudioProbe> ProbeAsync(string path) => _decoder.ProbeAsync(path, TestContext.Current.CancellationToken);

    /// <summary>Looks at a file and decodes it, as a stage does.</summary>
    public async Task<DecodedAudio> DecodeAsync(string path, bool separateChannels = false) =>
        await _decoder.DecodeAsync(path, await ProbeAsync(path), separateChannels, Work, new ReportTo(Progress.Add), TestContext.Current.CancellationToken);

    /// <summary>All samples of a channel, -1 to 1.</summary>
    public float[] Samples(DecodedAudio audio, int channel = 0) =>
        PcmFile.Read(Path.Combine(Work, audio.Files[channel]), [new WindowSpan(0, audio.Duration)], 1);

    /// <summary>Root mean square of a channel in dB below full scale, as a negative number.</summary>
    public double Level(DecodedAudio audio, int channel = 0) =>
        10 * Math.Log10(Samples(audio, channel).Average(sample => (double)sample * sample) + 1e-12);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public static FfmpegDecoder NewDecoder() => new(Options.Create(new AudioOptions()), NullLogger<FfmpegDecoder>.Instance);
}

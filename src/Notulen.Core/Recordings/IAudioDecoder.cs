using Notulen.Core.Problems;

namespace Notulen.Core.Recordings;

/// <summary>Turns any recording into working audio. Implemented with ffmpeg.</summary>
public interface IAudioDecoder
{
    /// <summary>Looks at a file without decoding it.</summary>
    /// <exception cref="NotulenException">Not audio, no sound in it, empty, too long, or too many streams.</exception>
    Task<AudioProbe> ProbeAsync(string path, CancellationToken cancellationToken);

    /// <summary>Decodes to 16 kHz mono files in <paramref name="folder"/>, streamed; existing ones are replaced.</summary>
    /// <param name="path">The recording.</param>
    /// <param name="probe">What <see cref="ProbeAsync"/> found.</param>
    /// <param name="separateChannels">True keeps the channels apart; false mixes them.</param>
    /// <param name="folder">Where the working audio goes.</param>
    /// <param name="progress">Share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops ffmpeg.</param>
    /// <exception cref="NotulenException">The file breaks off before any sound, or the disk is full.</exception>
    Task<DecodedAudio> DecodeAsync(
        string path, AudioProbe probe, bool separateChannels, string folder, IProgress<double> progress, CancellationToken cancellationToken);
}

namespace Notulen.Core.Recordings;

/// <summary>What a recording's file turns out to be, before anything is decoded.</summary>
/// <param name="Duration">Seconds; 0 when the container does not say.</param>
/// <param name="Channels">Number of audio channels of the stream that will be used.</param>
/// <param name="SampleRate">Hertz.</param>
/// <param name="Codec">ffmpeg's name of the codec ("aac").</param>
/// <param name="Container">ffmpeg's name of the container ("mov,mp4,m4a,3gp,3g2,mj2").</param>
/// <param name="Stream">Number of the stream that will be used, as ffmpeg counts them.</param>
/// <param name="Tracks">Number of sound tracks in the file; one of them is used.</param>
public sealed record AudioProbe(double Duration, int Channels, int SampleRate, string Codec, string Container, int Stream = 0, int Tracks = 1);

/// <summary>
/// Working audio: raw 16-bit little-endian mono samples at 16 kHz, one file per channel that is kept apart.
/// </summary>
/// <param name="Files">File names relative to the meeting's work folder, one per channel.</param>
/// <param name="Duration">Seconds that were really decoded.</param>
/// <param name="Gain">Factor by which samples are multiplied on reading so that quiet recordings are heard; 1 for normal ones.</param>
/// <param name="Warnings">Codes of problems that did not stop the work ("audio.truncated"); empty when all went well.</param>
public sealed record DecodedAudio(IReadOnlyList<string> Files, double Duration, double Gain, IReadOnlyList<string> Warnings)
{
    /// <summary>Samples per second of all working audio.</summary>
    public const int SampleRate = 16_000;
}

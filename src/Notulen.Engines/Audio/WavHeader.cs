using System.Buffers.Binary;

namespace Notulen.Engines.Audio;

/// <summary>Tells whether a WAV file is shorter than its header says: ffmpeg reads such a file without a word.</summary>
internal static class WavHeader
{
    /// <summary>True when the header promises more sound than the file holds. Recorders that do not know the length write 0 or all ones: those promise nothing.</summary>
    public static bool BreaksOff(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> header = stackalloc byte[12];
        if (file.ReadAtLeast(header, 12, throwOnEndOfStream: false) < 12 || !header[..4].SequenceEqual("RIFF"u8) || !header[8..].SequenceEqual("WAVE"u8))
            return false;
        for (var chunks = 0; chunks < 1000 && file.ReadAtLeast(header[..8], 8, throwOnEndOfStream: false) == 8; chunks++)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            if (header[..4].SequenceEqual("data"u8))
                return size is not (0 or >= 0xFFFF_FF00) && file.Position + size > file.Length;
            file.Position += size + (size & 1);
        }
        return false;
    }
}

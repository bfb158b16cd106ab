using System.Buffers.Binary;

namespace Notulen.Engines.Audio;

/// <summary>The header of a WAV file. ffmpeg takes the length of a cut-off file for the length of the recording.</summary>
internal static class WaveHeader
{
    private const int MostChunks = 100;

    /// <summary>Whether the file holds less sound than its header promises. Not for a header that was never completed.</summary>
    public static bool PromisesMore(string path)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        Span<byte> chunk = stackalloc byte[8];
        long at = 12;
        for (var seen = 0; seen < MostChunks && RandomAccess.Read(file, chunk, at) == chunk.Length; seen++)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk.StartsWith("data"u8))
                return size is > 0 and < int.MaxValue - 0xFFFF && at + chunk.Length + size > length;
            at += chunk.Length + size + size % 2;
        }
        return false;
    }
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Notulen.Core.Problems;

namespace Notulen.Core.Storage;

/// <summary>Original recordings in a folder, each under the hash of its content. What is in it is never changed.</summary>
public sealed class MediaStore(NotulenFolders folders)
{
    private const int BufferSize = 1 << 20;

    /// <summary>Full path of a recording, whether it is there or not.</summary>
    public string PathOf(string sha256) => Path.Combine(folders.Recordings, sha256[..2], sha256);

    /// <summary>Hash and size of a file that is already on this machine.</summary>
    public static async Task<(string Sha256, long Size)> IdentifyAsync(string path, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(path);
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(source, cancellationToken)), source.Length);
    }

    /// <summary>Takes a recording in: written to a temporary name, hashed on the way, renamed when complete.</summary>
    /// <param name="source">The recording.</param>
    /// <param name="limit">Most bytes that are accepted.</param>
    /// <param name="cancellationToken">Leaves nothing behind.</param>
    /// <exception cref="NotulenException">Empty, too large, or the disk is full.</exception>
    public async Task<(string Sha256, long Size)> AddAsync(Stream source, long limit, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folders.Recordings);
        var temporary = Path.Combine(folders.Recordings, $"{Guid.NewGuid():N}.part");
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long size = 0;
            await using (var target = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize))
            {
                var buffer = new byte[BufferSize];
                while (await source.ReadAsync(buffer, cancellationToken) is var read and > 0)
                {
                    size += read;
                    if (size > limit)
                        throw NotulenException.Input("recording.tooLarge", (limit >> 20).ToString());
                    hash.AppendData(buffer, 0, read);
                    await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }
                target.Flush(flushToDisk: true);
            }
            if (size == 0)
                throw NotulenException.Input("recording.empty");
            var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(sha256))!);
            File.Move(temporary, PathOf(sha256), overwrite: true);
            return (sha256, size);
        }
        catch (IOException exception) when (DiskSpace.IsFull(exception))
        {
            throw DiskSpace.Full(folders.Recordings, exception);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Removes a recording that no meeting refers to (any more).</summary>
    public async Task RemoveUnlessUsedAsync(string sha256, NotulenDb database, CancellationToken cancellationToken)
    {
        if (!await database.Recordings.AnyAsync(recording => recording.Sha256 == sha256, cancellationToken))
            File.Delete(PathOf(sha256));
    }

    /// <summary>Removes what interrupted uploads left behind. Only while no other process uses the folder.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(folders.Recordings))
            return;
        foreach (var part in Directory.EnumerateFiles(folders.Recordings, "*.part"))
            File.Delete(part);
    }
}

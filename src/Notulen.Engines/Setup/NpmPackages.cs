using System.Collections.Concurrent;
using System.Security.Cryptography;
using Notulen.Core.Problems;
using Notulen.Engines.Processes;

namespace Notulen.Engines.Setup;

/// <summary>Fetches archives of locked packages with npm; no script of a package ever runs, and nothing is unpacked before its integrity is checked.</summary>
/// <param name="packages">What may be fetched.</param>
/// <param name="folder">Where archives and npm's cache are kept until they are used.</param>
/// <param name="npm">The program.</param>
public sealed class NpmPackages(NpmLock packages, string folder, string npm = "npm")
{
    private static readonly TimeSpan Deadline = TimeSpan.FromHours(2);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private static readonly string[] NetworkSigns = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "EHOSTUNREACH", "ERR_SOCKET_TIMEOUT", "UND_ERR"];

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _busy = new();

    /// <summary>Path of the package's archive.</summary>
    /// <param name="name">Name in the lock file.</param>
    /// <param name="progress">Bytes that came in so far, as far as can be seen.</param>
    /// <param name="cancellationToken">Kills npm.</param>
    /// <exception cref="NotulenException">No npm, no network, no room, or not the package that is in the lock file.</exception>
    public async Task<string> FetchAsync(string name, Action<long> progress, CancellationToken cancellationToken)
    {
        var package = packages.Find(name);
        var archive = ArchiveOf(name);
        var gate = _busy.GetOrAdd(name, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (File.Exists(archive) && await HasIntegrityAsync(archive, package.Integrity, cancellationToken))
                return archive;

            Directory.CreateDirectory(folder);
            var cache = CacheOf(package);
            // npm writes the archive under its own name while it comes in, so it does so in a folder apart, which is this process's own.
            var landing = Directory.CreateDirectory($"{cache}.{Environment.ProcessId}").FullName;
            await RunAsync(package, cache, landing, progress, cancellationToken);

            var landed = Path.Combine(landing, package.Archive);
            if (!File.Exists(landed) || !await HasIntegrityAsync(landed, package.Integrity, cancellationToken))
            {
                DeleteCache(package);
                throw NotulenException.Engine("setup.damaged", $"{package.Name}@{package.Version}");
            }
            File.Move(landed, archive, overwrite: true);
            DeleteCache(package);
            return archive;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Bytes of a package that was fetched before and is kept until it is used; 0 when there is none.</summary>
    public long SizeOf(string name) => new FileInfo(ArchiveOf(name)) is { Exists: true } archive ? archive.Length : 0;

    /// <summary>Frees the room that an archive takes, once it is used.</summary>
    public void Discard(string name) => File.Delete(ArchiveOf(name));

    /// <summary>Whether a file has the integrity that a lock file states.</summary>
    public static async Task<bool> HasIntegrityAsync(string file, string integrity, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return "sha512-" + Convert.ToBase64String(await SHA512.HashDataAsync(stream, cancellationToken)) == integrity;
    }

    private async Task RunAsync(NpmLock.Package package, string cache, string landing, Action<long> progress, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "pack", $"{package.Name}@{package.Version}", "--ignore-scripts", "--cache", cache, "--pack-destination", landing,
            "--prefer-offline", "--fetch-retries", "2", "--fetch-retry-mintimeout", "1000", "--fetch-retry-maxtimeout", "10000",
            "--no-update-notifier", "--no-audit", "--no-fund", "--loglevel", "error",
        ];
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = WatchAsync([cache, landing], progress, done.Token);
        ProcessResult result;
        try
        {
            result = await ProcessRunner.RunAsync(npm, arguments, Deadline, cancellationToken, workingFolder: folder);
        }
        catch (NotulenException exception) when (exception.Problem.Code == "process.missing")
        {
            throw NotulenException.Engine(exception, "setup.npm.missing", package.Name);
        }
        finally
        {
            await done.CancelAsync();
            await watching;
        }
        if (result.ExitCode == 0)
            return;
        throw result.ErrorTail switch
        {
            var text when text.Contains("ENOSPC") => NotulenException.Engine("setup.full", folder),
            var text when NetworkSigns.Any(text.Contains) => NotulenException.Engine("setup.network", "npm"),
            _ => NotulenException.Engine(new InvalidOperationException(result.ErrorTail), "setup.npm", $"{package.Name}@{package.Version}"),
        };
    }

    /// <summary>npm shows no progress to a program, so the size of what it wrote is looked at.</summary>
    private static async Task WatchAsync(string[] folders, Action<long> progress, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Tick);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
                progress(folders.Max(WrittenIn));
        }
        catch (OperationCanceledException)
        {
            // npm is done.
        }
    }

    private static long WrittenIn(string path)
    {
        try
        {
            return Directory.Exists(path) ? new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) : 0;
        }
        catch (IOException)
        {
            // A file was moved away while we looked.
            return 0;
        }
    }

    private string ArchiveOf(string name) => Path.Combine(folder, packages.Find(name).Archive);

    private string CacheOf(NpmLock.Package package) => Path.Combine(folder, "npm", Path.ChangeExtension(package.Archive, null));

    /// <summary>Deletes npm's cache and every landing folder, also those that an interrupted set-up left.</summary>
    private void DeleteCache(NpmLock.Package package)
    {
        foreach (var used in Directory.EnumerateDirectories(Path.Combine(folder, "npm"), Path.GetFileName(CacheOf(package)) + "*"))
            Directory.Delete(used, recursive: true);
    }
}

using System.Text.Json;
using Notulen.Core;

namespace Notulen.Engines.Setup;

/// <summary>The npm packages that set-up fetches, in the form of npm's own lock file (version 3): version and integrity of each.</summary>
public sealed class NpmLock(IReadOnlyDictionary<string, NpmLock.Package> packages)
{
    private const string Prefix = "node_modules/";

    /// <summary>The lock file of this version of Notulen.</summary>
    public static NpmLock Embedded { get; } = ReadEmbedded();

    public IEnumerable<Package> Packages => packages.Values;

    /// <summary>The locked package of that name.</summary>
    public Package Find(string name) => packages[name];

    /// <summary>Reads a lock file.</summary>
    public static NpmLock Read(Stream stream)
    {
        var file = JsonSerializer.Deserialize<LockFile>(stream, NotulenJson.Compact)!;
        if (file.LockfileVersion != 3)
            throw new InvalidDataException($"Lock file version {file.LockfileVersion} is not supported.");
        return new NpmLock(file.Packages
            .Where(entry => entry.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(entry => new Package(entry.Key[Prefix.Length..], entry.Value.Version!, entry.Value.Integrity!))
            .ToDictionary(package => package.Name));
    }

    private static NpmLock ReadEmbedded()
    {
        using var stream = typeof(NpmLock).Assembly.GetManifestResourceStream("Notulen.Engines.Setup.package-lock.json")!;
        return Read(stream);
    }

    /// <param name="Name">With its scope, if it has one.</param>
    /// <param name="Version">Exact version.</param>
    /// <param name="Integrity">"sha512-" and the hash in base 64, as npm writes it.</param>
    public sealed record Package(string Name, string Version, string Integrity)
    {
        /// <summary>Name of the archive that <c>npm pack</c> makes.</summary>
        public string Archive => $"{Name.TrimStart('@').Replace('/', '-')}-{Version}.tgz";
    }

    private sealed record LockFile(int LockfileVersion, Dictionary<string, LockEntry> Packages);

    private sealed record LockEntry(string? Version, string? Integrity);
}

using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Notulen.Engines.Setup;

namespace Notulen.Tests.Setup;

/// <summary>A program that stands in for npm: packs what lies in a folder, or fails as the test says.</summary>
public static class FakeNpm
{
    /// <summary>Packages of one file each, whose lock entries are right.</summary>
    public static (NpmPackages Npm, NpmLock Lock) WithPackages(TemporaryHome home, params (string Name, string File, byte[] Content)[] packages)
    {
        var shelf = Directory.CreateDirectory(home.File("shelf")).FullName;
        var entries = new Dictionary<string, NpmLock.Package>();
        foreach (var (name, file, content) in packages)
        {
            var package = new NpmLock.Package(name, "1.0.0", "");
            var archive = Path.Combine(shelf, package.Archive);
            WriteArchive(archive, (file, TarEntryType.RegularFile, content));
            entries[name] = package with { Integrity = "sha512-" + Convert.ToBase64String(SHA512.HashData(File.ReadAllBytes(archive))) };
        }
        var locked = new NpmLock(entries);
        // npm pack NAME@VERSION … --pack-destination FOLDER
        var program = Script(home, $"""
            while [ "$1" != --pack-destination ]; do shift; done
            cp "{shelf}"/* "$2"/
            """);
        return (new NpmPackages(locked, home.Folders.Downloads, program), locked);
    }

    /// <summary>An executable shell script.</summary>
    public static string Script(TemporaryHome home, string body)
    {
        var path = home.File("npm-" + Guid.NewGuid().ToString("N"));
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    public static void WriteArchive(string path, params (string Name, TarEntryType Type, byte[] Content)[] entries)
    {
        using var file = File.Create(path);
        using var zipped = new GZipStream(file, CompressionLevel.Fastest);
        using var writer = new TarWriter(zipped, TarEntryFormat.Pax);
        foreach (var (name, type, content) in entries)
        {
            var entry = new PaxTarEntry(type, name);
            if (type == TarEntryType.RegularFile)
                entry.DataStream = new MemoryStream(content);
            else
                entry.LinkName = Encoding.UTF8.GetString(content);
            writer.WriteEntry(entry);
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Notulen.App.CommandLine;
using Notulen.Core.Storage;

namespace Notulen.App.Inline;

/// <summary>
/// Remembers which results were written, so that one that a person changed since is never written over: it is put beside the
/// new one under a name of its own.
/// </summary>
internal sealed class WrittenFiles(NotulenFolders folders)
{
    private const string Name = "written.json";

    private string Path => System.IO.Path.Combine(folders.Data, Name);

    /// <summary>Puts aside what was changed by somebody since it was written.</summary>
    /// <param name="files">Full paths that are about to be written.</param>
    /// <param name="culture">Language of the name that it gets.</param>
    /// <returns>Where each changed file was, and where it is now.</returns>
    public IReadOnlyList<(string From, string To)> PutAside(IEnumerable<string> files, CultureInfo culture)
    {
        var written = Read();
        var moved = new List<(string From, string To)>();
        foreach (var file in files.Where(file => written.TryGetValue(file, out var hash) && File.Exists(file) && hash != HashOf(file)))
        {
            var to = FreeName(file, NotulenCommandLine.Texts[culture, "written.changed"]);
            File.Move(file, to);
            moved.Add((file, to));
        }
        return moved;
    }

    /// <summary>Takes note of what was written.</summary>
    public void Remember(IEnumerable<string> files)
    {
        var written = Read();
        foreach (var file in files)
            written[file] = HashOf(file);
        // What is gone need not be remembered.
        var known = written.Where(pair => File.Exists(pair.Key)).ToDictionary();
        var part = Path + ".part";
        File.WriteAllText(part, JsonSerializer.Serialize(known));
        File.Move(part, Path, overwrite: true);
    }

    private Dictionary<string, string> Read()
    {
        try
        {
            return File.Exists(Path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path)) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string FreeName(string file, string word)
    {
        var folder = System.IO.Path.GetDirectoryName(file)!;
        var (name, extension) = (System.IO.Path.GetFileNameWithoutExtension(file), System.IO.Path.GetExtension(file));
        for (var number = 1; ; number++)
        {
            var free = System.IO.Path.Combine(folder, $"{name}.{word}-{number}{extension}");
            if (!System.IO.Path.Exists(free))
                return free;
        }
    }
}

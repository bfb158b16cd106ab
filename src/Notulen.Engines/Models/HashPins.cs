using System.Text.Json;
using Notulen.Core;

namespace Notulen.Engines.Models;

/// <summary>
/// Hashes of files whose hash nobody publishes, kept from the first time that the file was seen, in <c>pins.json</c> in
/// the folder of models. From then on the file must stay the same.
/// </summary>
public sealed class HashPins(string folder)
{
    private readonly Lock _writing = new();

    private string File => Path.Combine(folder, "pins.json");

    /// <summary>The pinned hash, or null.</summary>
    public string? Find(string model) => Read().GetValueOrDefault(model);

    /// <summary>Keeps a hash; an earlier pin stays.</summary>
    public void Keep(string model, string sha256)
    {
        lock (_writing)
        {
            var pins = Read();
            if (!pins.TryAdd(model, sha256))
                return;
            Directory.CreateDirectory(folder);
            var temporary = File + ".new";
            System.IO.File.WriteAllText(temporary, JsonSerializer.Serialize(pins, NotulenJson.Readable));
            System.IO.File.Move(temporary, File, overwrite: true);
        }
    }

    private SortedDictionary<string, string> Read() => System.IO.File.Exists(File)
        ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(System.IO.File.ReadAllText(File), NotulenJson.Compact)!
        : [];
}

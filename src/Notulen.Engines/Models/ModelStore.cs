using System.Collections.Concurrent;
using Notulen.Core.Problems;
using Notulen.Core.Storage;

namespace Notulen.Engines.Models;

/// <summary>The files of the catalogue that are on this machine.</summary>
/// <param name="folders">Where they are kept.</param>
/// <param name="catalogue">What they are.</param>
/// <param name="ownFolder">A folder with the administrator's own copies, looked at first; by default from NOTULEN_MODELS.</param>
public sealed class ModelStore(NotulenFolders folders, ModelCatalogue catalogue, string? ownFolder = null)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ModelFile>>> _checked = new();
    private readonly string? _ownFolder = ownFolder ?? (Environment.GetEnvironmentVariable("NOTULEN_MODELS") is { Length: > 0 } set ? set : null);

    public ModelCatalogue Catalogue => catalogue;

    public HashPins Pins { get; } = new(folders.Models);

    /// <summary>Where the file is kept once it is fetched.</summary>
    public string PathOf(ModelEntry entry) => Path.Combine(entry.Kind == ModelKind.Sample ? folders.Samples : folders.Models, entry.File);

    /// <summary>Where the file is, or null. Its content is not looked at.</summary>
    public string? Find(ModelEntry entry)
    {
        if (_ownFolder is not null && entry.Kind != ModelKind.Sample && File.Exists(Path.Combine(_ownFolder, entry.File)))
            return Path.GetFullPath(Path.Combine(_ownFolder, entry.File));
        return File.Exists(PathOf(entry)) ? PathOf(entry) : null;
    }

    /// <summary>The file, whose hash is checked before it is handed out the first time in this process.</summary>
    /// <exception cref="NotulenException">"model.missing" or "model.damaged".</exception>
    public async Task<ModelFile> CheckedAsync(ModelEntry entry, CancellationToken cancellationToken)
    {
        // Shared between callers, so one caller's cancellation does not stop the check of another.
        var check = _checked.GetOrAdd(entry.Name, _ => new(() => CheckAsync(entry, CancellationToken.None)));
        try
        {
            return await check.Value.WaitAsync(cancellationToken);
        }
        catch (NotulenException)
        {
            _checked.TryRemove(new(entry.Name, check));
            throw;
        }
    }

    /// <summary>Checks the file now, whatever was checked before.</summary>
    /// <exception cref="NotulenException">"model.missing", "model.damaged" or "model.unreadable".</exception>
    public async Task<ModelFile> CheckAsync(ModelEntry entry, CancellationToken cancellationToken)
    {
        var path = Find(entry) ?? throw NotulenException.Input("model.missing", entry.Name);
        var sha256 = await HashAsync(entry, path, cancellationToken);
        if ((entry.Sha256 ?? Pins.Find(entry.Name)) is not { } expected)
            Pins.Keep(entry.Name, sha256);
        else if (sha256 != expected)
            throw NotulenException.Input("model.damaged", entry.Name, path);
        return new ModelFile(entry.Name, path, sha256, entry.Demonstration);
    }

    /// <summary>SHA-256 of a model's file.</summary>
    /// <exception cref="NotulenException">"model.unreadable".</exception>
    public static async Task<string> HashAsync(ModelEntry entry, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await FileHash.Sha256Async(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotulenException.Input("model.unreadable", entry.Name, path);
        }
    }
}

using System.Text.Json;
using Notulen.Core;
using Notulen.Core.Problems;
using Notulen.Core.Storage;
using Notulen.Engines.Models;

namespace Notulen.Engines.Setup;

/// <summary>The engines of this machine: on PATH, or built by set-up.</summary>
public sealed class EngineStore(NotulenFolders folders, NpmLock packages, Processor processor)
{
    /// <summary>Folder of a built engine.</summary>
    public string FolderOf(EngineRecipe recipe) => Path.Combine(folders.Engines, recipe.Name);

    /// <summary>Full path of an engine's program, or null. What is on PATH comes first: the administrator put it there.</summary>
    public string? Find(EngineRecipe recipe, string program) =>
        Programs.Find(program) ?? (ReadCurrent(recipe) is null ? null : Path.Combine(FolderOf(recipe), program));

    /// <summary>Whether set-up built a program, and the administrator did not bring it.</summary>
    public bool IsBuilt(EngineRecipe recipe, string path) => Path.GetDirectoryName(path) == FolderOf(recipe);

    /// <summary>Whether there is nothing left to build.</summary>
    public bool IsReady(EngineRecipe recipe) => Programs.Find(recipe.Programs[0]) is not null || ReadCurrent(recipe) is not null;

    /// <summary>What a built engine is; null when there is none, or one for another source, other flags or another processor.</summary>
    public EngineManifest? ReadCurrent(EngineRecipe recipe)
    {
        var manifest = Read(Path.Combine(FolderOf(recipe), EngineManifest.File));
        return manifest is not null
            && manifest.IsLike(EngineManifest.For(recipe, packages.Find(recipe.Package), processor))
            && recipe.Programs.All(program => File.Exists(Path.Combine(FolderOf(recipe), program)))
            ? manifest
            : null;
    }

    /// <summary>Reads an <c>engine.json</c>; null when it is not there or not whole.</summary>
    public static EngineManifest? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<EngineManifest>(File.ReadAllText(file), NotulenJson.Compact) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether set-up built this engine and a program of it is not any more what was built.</summary>
    public async Task<bool> IsDamagedAsync(EngineRecipe recipe, CancellationToken cancellationToken)
    {
        foreach (var (program, expected) in ReadCurrent(recipe)?.Programs ?? new Dictionary<string, string>())
        {
            if (await FileHash.Sha256Async(Path.Combine(FolderOf(recipe), program), cancellationToken) != expected)
                return true;
        }
        return false;
    }

    /// <summary>Checks a built program against its manifest.</summary>
    /// <exception cref="NotulenException">"engine.damaged".</exception>
    public async Task<string> CheckAsync(EngineRecipe recipe, string program, CancellationToken cancellationToken)
    {
        var path = Find(recipe, program) ?? throw NotulenException.Engine("engine.missing", program);
        var sha256 = await FileHash.Sha256Async(path, cancellationToken);
        if (IsBuilt(recipe, path) && ReadCurrent(recipe)!.Programs.GetValueOrDefault(program) != sha256)
            throw NotulenException.Engine("engine.damaged", program, FolderOf(recipe));
        return sha256;
    }
}

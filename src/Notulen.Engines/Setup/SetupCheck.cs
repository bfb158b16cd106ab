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
            await ProgramAsync("git", "--version", toBuild, cancellationToken),
            await ProgramAsync("ninja", "--version", needed: false, cancellationToken),
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
        return findings;
    }

    private async Task<SetupFinding> ProgramAsync(string name, string versionArgument, bool needed, CancellationToken cancellationToken)
    {
        if (Programs.Find(name) is not { } path)
            return new SetupFinding(name, needed, null, null, null);
        return new SetupFinding(name, needed, await VersionAsync(path, versionArgument, cancellationToken), path, await FileHash.Sha256Async(path, cancellationToken));
    }

    private async Task<SetupFinding> EngineAsync(EngineRecipe recipe, string program, bool needed, CancellationToken cancellationToken)
    {
        if (tools.Engines.Find(recipe, program) is not { } path)
            return new SetupFinding(program, needed, recipe.Version, null, null);
        try
        {
            var built = path.StartsWith(tools.Engines.FolderOf(recipe), StringComparison.Ordinal);
            var version = built ? recipe.Version : await VersionAsync(path, "--version", cancellationToken);
            return new SetupFinding(program, needed, version, path, await tools.Engines.CheckAsync(recipe, program, cancellationToken));
        }
        catch (NotulenException exception)
        {
            return new SetupFinding(program, needed, recipe.Version, path, null, exception.Problem);
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
        var sha256 = await FileHash.Sha256Async(path, cancellationToken);
        var expected = entry.Sha256 ?? tools.Models.Pins.Find(entry.Name);
        return new SetupFinding(entry.Name, needed, version, path, sha256,
            expected is null || expected == sha256 ? null : new Problem(ProblemKind.Input, "model.damaged", [entry.Name, path]));
    }

    private static async Task<string?> VersionAsync(string path, string argument, CancellationToken cancellationToken)
    {
        var result = await ProcessRunner.RunAsync(path, [argument], Deadline, cancellationToken);
        var match = Version.Match(result.Output + result.ErrorTail);
        return match.Success ? match.Value : null;
    }

    [GeneratedRegex(@"\d+\.[\d.]*\d(-[\w.+-]+)?")]
    private static partial Regex Version { get; }
}

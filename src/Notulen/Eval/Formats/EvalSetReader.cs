using System.Globalization;
using System.Text.Json;
using Notulen.Core.Problems;

namespace Notulen.App.Eval.Formats;

/// <summary>Finds the sets in a folder, or takes one file as a set, and reads them whole, so that what is wrong is told before any work.</summary>
/// <param name="inputs">Folder with variants of the council meetings; null to use their own turns.</param>
internal sealed class EvalSetReader(string? inputs)
{
    private const string Gold = "gold.json";

    private readonly HashSet<string> _used = [];

    /// <exception cref="NotulenException">Missing, nothing to evaluate with, or something in it is wrong: the problem names file and line.</exception>
    public async Task<EvalSets> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
            throw NotulenException.Input("eval.noFolder", path);
        if (inputs is not null && !Directory.Exists(inputs))
            throw NotulenException.Input("eval.noFolder", inputs);
        var sets = new EvalSets
        {
            Councils = await BySetAsync(Below(path, Gold), file => NameOf(Path.GetDirectoryName(FolderOf(file))!), file => MeetingAsync(file, cancellationToken)),
            Faithfulness = await CasesAsync<FaithfulnessCase>(Near(path, "faithfulness*.jsonl"), FaithfulnessCase.Labels, cancellationToken),
            Commitments = await CasesAsync<CommitmentCase>(Near(path, "commitments*.jsonl"), CommitmentCase.Labels, cancellationToken),
            Conversations = await BySetAsync(
                await ConversationsAsync(path, cancellationToken), file => NameOf(FolderOf(file)), file => EvalFile.ReadAsync<Conversation>(file, cancellationToken)),
        };
        if (sets.IsEmpty)
            throw NotulenException.Input("eval.nothing", path);
        CheckInputs();
        return sets;
    }

    private async Task<CouncilMeeting> MeetingAsync(string goldFile, CancellationToken cancellationToken)
    {
        var folder = FolderOf(goldFile);
        var id = NameOf(folder);
        var gold = await EvalFile.ReadAsync<GoldMeeting>(goldFile, cancellationToken);
        var source = inputs is null ? Path.Combine(folder, "turns.jsonl") : Path.Combine(inputs, id + ".json");
        _used.Add(source);
        var input = inputs is null
            ? new MeetingInput
            {
                Agenda = await EvalFile.ReadAsync<IReadOnlyList<AgendaLine>>(Path.Combine(folder, "agenda.json"), cancellationToken),
                Turns = await EvalFile.ReadLinesAsync<SpokenTurn>(source, cancellationToken),
            }
            : await EvalFile.ReadAsync<MeetingInput>(source, cancellationToken);
        return input.Turns.Count == gold.TurnItem.Count
            ? new CouncilMeeting(id, input, gold)
            : throw NotulenException.Input("eval.turns", source, Count(input.Turns.Count), goldFile, Count(gold.TurnItem.Count));
    }

    /// <summary>A variant of a meeting that is not there is a slip of whoever put the folders together.</summary>
    private void CheckInputs()
    {
        if (inputs is not null && Directory.EnumerateFiles(inputs, "*.json").Order().FirstOrDefault(file => !_used.Contains(file)) is { } unknown)
            throw NotulenException.Input("eval.unknownId", Path.GetFileNameWithoutExtension(unknown), unknown);
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<T>>> CasesAsync<T>(
        IEnumerable<string> files, IReadOnlyList<string> labels, CancellationToken cancellationToken)
        where T : ILabelled
    {
        var sets = new Dictionary<string, IReadOnlyList<T>>();
        foreach (var file in files)
            sets[Path.GetFileNameWithoutExtension(file)] = await EvalFile.ReadCasesAsync<T>(file, labels, cancellationToken);
        return sets;
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<T>>> BySetAsync<T>(IEnumerable<string> files, Func<string, string> set, Func<string, Task<T>> read)
    {
        var sets = new Dictionary<string, IReadOnlyList<T>>();
        foreach (var group in files.GroupBy(set))
        {
            var parts = new List<T>();
            foreach (var file in group)
                parts.Add(await read(file));
            sets[group.Key] = parts;
        }
        return sets;
    }

    // Other JSON may lie about: a conversation is known by its turns and its summary.
    private static async Task<IEnumerable<string>> ConversationsAsync(string path, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var file in Near(path, "*.json").Where(file => !File.Exists(Path.Combine(FolderOf(file), Gold))))
        {
            var root = await EvalFile.ReadAsync<JsonElement>(file, cancellationToken);
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("turns", out _) && root.TryGetProperty("summary", out _))
                found.Add(file);
        }
        return found;
    }

    /// <summary>Files in the folder or in one right under it; a file by itself, if it is such a file.</summary>
    private static IEnumerable<string> Near(string path, string pattern) => File.Exists(path)
        ? Directory.EnumerateFiles(FolderOf(path), pattern).Where(file => NameOf(file) == NameOf(path))
        : Directory.EnumerateDirectories(path).Prepend(path).SelectMany(folder => Directory.EnumerateFiles(folder, pattern)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Below(string path, string name) =>
        File.Exists(path) ? [] : Directory.EnumerateFiles(path, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string FolderOf(string file) => Path.GetDirectoryName(Path.GetFullPath(file))!;

    private static string NameOf(string path) => Path.GetFileName(path);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}

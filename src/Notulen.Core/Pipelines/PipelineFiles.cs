using System.Globalization;
using Notulen.Core.Problems;

namespace Notulen.Core.Pipelines;

/// <summary>The pipeline definitions in a folder: every <c>*.yaml</c> is one, except templates that others extend.</summary>
public sealed class PipelineFiles : IPipelines
{
    private const int MostFiles = 50;
    private const int LongestChain = 5;

    private PipelineFiles(IReadOnlyList<PipelineDefinition> all) => All = all;

    public IReadOnlyList<PipelineDefinition> All { get; }

    /// <summary>Reads and validates all files.</summary>
    /// <exception cref="NotulenException">Something is wrong: the first fault. <see cref="Check"/> gives all.</exception>
    /// <param name="folder">Where the files are.</param>
    /// <param name="models">Names that "models" may give; null to let any pass.</param>
    public static PipelineFiles Load(string folder, ModelNames? models = null)
    {
        var faults = new List<PipelineFault>();
        var definitions = Read(folder, models, faults);
        return faults.Count == 0 ? new PipelineFiles(definitions) : throw new NotulenException(faults[0].Problem);
    }

    /// <summary>Everything that is wrong, by file and line; empty when all is well.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="models">Names that "models" may give; null to let any pass.</param>
    public static IReadOnlyList<PipelineFault> Check(string folder, ModelNames? models = null)
    {
        var faults = new List<PipelineFault>();
        Read(folder, models, faults);
        return [.. faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)];
    }

    public PipelineDefinition Find(string name) =>
        All.FirstOrDefault(definition => string.Equals(definition.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw NotulenException.Input("pipeline.not-found", name, string.Join(", ", All.Select(definition => definition.Name)));

    private static List<PipelineDefinition> Read(string folder, ModelNames? models, List<PipelineFault> faults)
    {
        var paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToList() : [];
        if (paths.Count is 0 or > MostFiles)
        {
            var code = paths.Count == 0 ? "pipeline.folder" : "pipeline.too-many";
            faults.Add(new PipelineFault(folder, 0, new Problem(ProblemKind.Input, code, [folder, MostFiles.ToString(CultureInfo.InvariantCulture)])));
            return [];
        }
        faults.AddRange(Directory.GetFiles(folder, "*.yml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
            .Select(file => new PipelineFault(file, 0, new Problem(ProblemKind.Input, "pipeline.extension", [file, Path.ChangeExtension(file, ".yaml")]))));
        var sources = new Dictionary<string, PipelineSource>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (YamlDocument.Read(path, faults) is { } root)
                sources[Path.GetFileNameWithoutExtension(path)] = PipelineSource.Read(path, root, models, faults);
        }
        var definitions = new List<PipelineDefinition>();
        foreach (var source in sources.Values.Where(source => !source.Template))
        {
            if (Chain(source, sources, faults) is not { } chain)
                continue;
            source.CheckWithout(chain);
            definitions.Add(Define(source, chain));
        }
        return definitions;
    }

    /// <summary>The file and what it extends, the most general first.</summary>
    private static List<PipelineSource>? Chain(PipelineSource source, Dictionary<string, PipelineSource> sources, List<PipelineFault> faults)
    {
        var chain = new List<PipelineSource> { source };
        while (chain[0].Extends is { } name)
        {
            if (!sources.TryGetValue(name, out var extended) || chain.Contains(extended) || chain.Count == LongestChain)
            {
                var file = chain[0].Name + ".yaml";
                var line = chain[0].ExtendsLine;
                var allowed = string.Join(", ", sources.Keys.Where(key => key != chain[0].Name));
                faults.Add(new PipelineFault(file, line, new Problem(ProblemKind.Input, "pipeline.value", [file, line.ToString(CultureInfo.InvariantCulture), "extends", name, allowed])));
                return null;
            }
            chain.Insert(0, extended);
        }
        return chain;
    }

    private static PipelineDefinition Define(PipelineSource source, List<PipelineSource> chain)
    {
        var plain = new PipelineDefinition { Name = source.Name, Title = source.Title ?? source.Name };
        T? Last<T>(Func<PipelineSource, T?> read) => chain.Select(read).LastOrDefault(value => value is not null);
        return plain with
        {
            Language = Last(link => link.Language) ?? plain.Language,
            Style = Last(link => link.Style) ?? plain.Style,
            Audio = new AudioSettings
            {
                Channels = Last(link => link.Channels) ?? plain.Audio.Channels,
                MaximumHours = Last(link => link.MaximumHours) ?? plain.Audio.MaximumHours,
            },
            Models = new ModelSettings { Speech = Last(link => link.SpeechModel), Language = Last(link => link.LanguageModel), SecondOpinion = Last(link => link.SecondOpinion) ?? false },
            Cues = chain.SelectMany(link => link.Cues.Keys).Distinct().ToDictionary(
                language => language,
                language => CueSource.Merge(chain.Where(link => link.Cues.ContainsKey(language)).Select(link => link.Cues[language]))),
        };
    }
}

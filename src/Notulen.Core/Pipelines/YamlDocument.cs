using System.Globalization;
using Notulen.Core.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Notulen.Core.Pipelines;

/// <summary>Reads one YAML file with its line numbers. References, tags, deep nesting and large files are refused: settings need none of them.</summary>
internal static class YamlDocument
{
    private const long LargestFile = 256 * 1024;
    private const int MostNodes = 10_000;
    private const int DeepestNesting = 6;

    /// <summary>The mapping at the root, or null when the file is wrong; what is wrong is added to the faults.</summary>
    public static YamlMappingNode? Read(string path, List<PipelineFault> faults)
    {
        var file = Path.GetFileName(path);
        try
        {
            var info = new FileInfo(path);
            if (info.Length > LargestFile)
                return Refuse(faults, file, 0, "pipeline.size", file, (LargestFile / 1024).ToString(CultureInfo.InvariantCulture));
            var text = File.ReadAllText(path);
            if (!IsPlain(text, file, faults))
                return null;
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
                return root;
            return Refuse(faults, file, 1, "pipeline.root", file);
        }
        catch (YamlException wrong)
        {
            var line = Math.Max(1, wrong.Start.Line);
            return Refuse(faults, file, (int)line, "pipeline.syntax", file, line.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Refuse(faults, file, 0, "pipeline.unreadable", file);
        }
    }

    private static bool IsPlain(string text, string file, List<PipelineFault> faults)
    {
        var parser = new Parser(new StringReader(text));
        var (depth, nodes) = (0, 0);
        var keys = new KeyTrail();
        while (parser.MoveNext())
        {
            var found = parser.Current!;
            if (keys.Repeats(found) is { } twice)
            {
                Refuse(faults, file, (int)found.Start.Line, "pipeline.duplicate", file, found.Start.Line.ToString(CultureInfo.InvariantCulture), twice);
                return false;
            }
            depth += found is MappingStart or SequenceStart ? 1 : found is MappingEnd or SequenceEnd ? -1 : 0;
            var refused = found is AnchorAlias || found is NodeEvent { Anchor.IsEmpty: false } || found is NodeEvent { Tag.IsEmpty: false }
                || depth > DeepestNesting || ++nodes > MostNodes;
            if (!refused)
                continue;
            Refuse(faults, file, (int)found.Start.Line, "pipeline.too-clever", file, found.Start.Line.ToString(CultureInfo.InvariantCulture));
            return false;
        }
        return true;
    }

    private static YamlMappingNode? Refuse(List<PipelineFault> faults, string file, int line, string code, params string[] details)
    {
        faults.Add(new PipelineFault(file, line, new Problem(ProblemKind.Input, code, details)));
        return null;
    }
}

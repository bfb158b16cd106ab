using Notulen.Core.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Notulen.Core.Meetings;

/// <summary>Reads YAML into nodes that know their line. Works on the parser's events, so that nothing is ever made of a tag.</summary>
internal static class AgendaFileYaml
{
    /// <exception cref="NotulenException">Not well-formed, or with references; the problem names the line.</exception>
    public static AgendaFileNode Read(string text, string name)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
                return new AgendaFileScalar(1, null);
            var root = Node(parser, name, 0);
            parser.Consume<DocumentEnd>();
            return root;
        }
        catch (YamlException e)
        {
            throw NotulenException.Input("agenda.syntax", name, AgendaFile.Number(e.Start.Line));
        }
    }

    private static AgendaFileNode Node(Parser parser, string name, int depth)
    {
        var line = (int)(parser.Current?.Start.Line ?? 1);
        if (depth > AgendaFileNode.MaxDepth)
            throw NotulenException.Input("agenda.syntax", name, AgendaFile.Number(line));
        if (parser.TryConsume<Scalar>(out var scalar))
            return new AgendaFileScalar(line, IsNull(scalar) ? null : scalar.Value);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var values = new List<AgendaFileNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                values.Add(Node(parser, name, depth + 1));
            return new AgendaFileSequence(line, values);
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            var fields = new Dictionary<string, AgendaFileNode>(StringComparer.OrdinalIgnoreCase);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var field = parser.Consume<Scalar>().Value;
                fields[field] = Node(parser, name, depth + 1);
            }

            return new AgendaFileObject(line, fields);
        }

        // A reference (*name) could make a small file huge, and no agenda needs one.
        throw NotulenException.Input("agenda.reference", name, AgendaFile.Number(line));
    }

    private static bool IsNull(Scalar scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";
}

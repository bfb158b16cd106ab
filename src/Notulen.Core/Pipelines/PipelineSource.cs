using System.Globalization;
using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Words;
using Notulen.Core.Problems;
using YamlDotNet.RepresentationModel;

namespace Notulen.Core.Pipelines;

/// <summary>One file as read, before what it extends is added. Every wrong key and value is noted with its line.</summary>
internal sealed class PipelineSource
{
    private static readonly string[] Keys = ["title", "extends", "template", "language", "audio", "models", "style", "cues"];
    private static readonly string[] Languages = ["nl", "en"];

    /// <summary>How alike a wrong key must be to a right one to ask whether that was meant.</summary>
    private const double AlikeEnough = 0.6;

    private readonly List<PipelineFault> _faults;
    private readonly List<(string Language, string Phrase, int Line)> _without = [];
    private readonly ModelNames? _models;
    private readonly string _file;

    private PipelineSource(string file, ModelNames? models, List<PipelineFault> faults) => (_file, _models, _faults) = (file, models, faults);

    public required string Name { get; init; }
    public string? Title { get; private set; }
    public string? Extends { get; private set; }
    public int ExtendsLine { get; private set; }

    /// <summary>Only there to be extended: not a pipeline that can be chosen.</summary>
    public bool Template { get; private set; }
    public string? Language { get; private set; }
    public string? Channels { get; private set; }
    public double? MaximumHours { get; private set; }
    public string? SpeechModel { get; private set; }
    public string? LanguageModel { get; private set; }
    public bool? SecondOpinion { get; private set; }
    public string? Style { get; private set; }
    public Dictionary<string, CueSource> Cues { get; } = [];

    public static PipelineSource Read(string path, YamlMappingNode root, ModelNames? models, List<PipelineFault> faults)
    {
        var source = new PipelineSource(Path.GetFileName(path), models, faults) { Name = Path.GetFileNameWithoutExtension(path) };
        source.ReadRoot(root);
        if (!source.Template && !root.Children.ContainsKey(new YamlScalarNode("title")))
            source.Fault(root, "pipeline.missing", source._file, Line(root), "title");
        return source;
    }

    /// <summary>A phrase under "without" that no extended file has does nothing: it was mistyped, or is gone.</summary>
    /// <param name="chain">This file last, what it extends before it.</param>
    public void CheckWithout(IReadOnlyList<PipelineSource> chain)
    {
        foreach (var (language, phrase, line) in _without)
        {
            if (!chain.SkipLast(1).Any(link => link.Cues.TryGetValue(language, out var cues) && cues.Lists.Any(list => list.Key != CueSource.WithoutKey && list.Value.Contains(phrase))))
                Fault(line, "pipeline.without", _file, line.ToString(CultureInfo.InvariantCulture), phrase);
        }
    }

    private void ReadRoot(YamlMappingNode root)
    {
        foreach (var (key, value) in Entries(root, Keys))
        {
            switch (key)
            {
                case "title": Title = Text(value, key); break;
                case "extends": (Extends, ExtendsLine) = (Text(value, key), (int)value.Start.Line); break;
                case "template": Template = OneOf(value, key, "true", "false") == "true"; break;
                case "language": Language = OneOf(value, key, "nl", "en", "auto"); break;
                case "style": Style = OneOf(value, key, "decisions", "concise", "extensive"); break;
                case "audio": ReadAudio(value, key); break;
                case "models": ReadModels(value, key); break;
                case "cues": ReadCues(value, key); break;
            }
        }
    }

    private void ReadAudio(YamlNode node, string path)
    {
        foreach (var (key, value) in Entries(node, ["channels", "maximumHours"], path))
        {
            if (key == "channels")
                Channels = OneOf(value, $"{path}.{key}", "auto", "mix", "separate");
            else if (double.TryParse((value as YamlScalarNode)?.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= 48)
                MaximumHours = hours;
            else
                WrongValue(value, $"{path}.{key}", "0.1 – 48");
        }
    }

    private void ReadModels(YamlNode node, string path)
    {
        foreach (var (key, value) in Entries(node, ["speech", "language", "secondOpinion"], path))
        {
            if (key == "secondOpinion")
            {
                SecondOpinion = OneOf(value, $"{path}.{key}", "true", "false") is { } yes ? yes == "true" : null;
                continue;
            }
            var name = Text(value, $"{path}.{key}");
            if (name is not null && (key == "speech" ? _models?.Speech : _models?.Language) is { } allowed && !allowed.Contains(name, StringComparer.OrdinalIgnoreCase))
                WrongValue(value, $"{path}.{key}", string.Join(", ", allowed));
            (SpeechModel, LanguageModel) = key == "speech" ? (name, LanguageModel) : (SpeechModel, name);
        }
    }

    private void ReadCues(YamlNode node, string path)
    {
        foreach (var (language, cues) in Entries(node, Languages, path))
        {
            var source = Cues[language] = new CueSource();
            foreach (var (key, value) in Entries(cues, CueSource.Keys, $"{path}.{language}"))
            {
                if (key != CueSource.OutcomesKey)
                {
                    source.Lists[key] = Phrases(value, $"{path}.{language}.{key}", key is not (CueSource.WithoutKey or CueSource.InventedKey));
                    if (key == CueSource.WithoutKey && value is YamlSequenceNode without)
                        _without.AddRange(without.OfType<YamlScalarNode>().Select(phrase => (language, phrase.Value?.Trim() ?? "", (int)phrase.Start.Line)));
                    continue;
                }
                foreach (var (outcome, phrases) in Entries(value, [.. OutcomeNames.ByName.Keys], $"{path}.{language}.{key}"))
                    source.Lists[$"{key}.{outcome}"] = Phrases(phrases, $"{path}.{language}.{key}.{outcome}", true);
            }
        }
    }

    private List<string> Phrases(YamlNode node, string path, bool isPattern)
    {
        var phrases = new List<string>();
        if (IsNothing(node))
            return phrases;
        if (node is not YamlSequenceNode list)
        {
            Fault(node, "pipeline.list", _file, Line(node), path);
            return phrases;
        }
        foreach (var item in list)
        {
            if (item is not YamlScalarNode scalar)
                Fault(item, "pipeline.text", _file, Line(item), path);
            else if (isPattern && !CueSyntax.TryParse(scalar.Value ?? "", out _, out var fault))
                Fault(item, CueSyntax.ProblemOf(fault), _file, Line(item), scalar.Value ?? "", fault ?? "");
            else
                phrases.Add(scalar.Value!.Trim());
        }
        return phrases;
    }

    private IEnumerable<(string Key, YamlNode Value)> Entries(YamlNode node, string[] allowed, string? path = null)
    {
        if (IsNothing(node) && path is not null)
            yield break;
        if (node is not YamlMappingNode mapping)
        {
            Fault(node, "pipeline.group", _file, Line(node), path ?? "", string.Join(", ", allowed));
            yield break;
        }
        foreach (var (keyNode, value) in mapping.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            if (allowed.Contains(key, StringComparer.Ordinal))
                yield return (key, value);
            else if (allowed.Where(name => Likeness.Of(name.ToLowerInvariant(), key.ToLowerInvariant()) >= AlikeEnough).MaxBy(name => Likeness.Of(name, key)) is { } near)
                Fault(keyNode, "pipeline.near-key", _file, Line(keyNode), path is null ? key : $"{path}.{key}", near, string.Join(", ", allowed));
            else
                Fault(keyNode, "pipeline.unknown-key", _file, Line(keyNode), path is null ? key : $"{path}.{key}", string.Join(", ", allowed));
        }
    }

    private string? Text(YamlNode node, string path)
    {
        if (node is not YamlScalarNode scalar)
        {
            Fault(node, "pipeline.text", _file, Line(node), path);
            return null;
        }
        return IsNothing(node) ? null : scalar.Value?.Trim();
    }

    private static bool IsNothing(YamlNode node) => node is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: null or "" or "null" or "~" };

    private string? OneOf(YamlNode node, string path, params string[] allowed)
    {
        var text = (node as YamlScalarNode)?.Value;
        if (allowed.Contains(text, StringComparer.Ordinal))
            return text;
        WrongValue(node, path, string.Join(", ", allowed));
        return null;
    }

    private void WrongValue(YamlNode node, string path, string allowed) =>
        Fault(node, "pipeline.value", _file, Line(node), path, $"{(node as YamlScalarNode)?.Value ?? (node is YamlSequenceNode ? "[…]" : "{…}")}", allowed);

    private void Fault(YamlNode node, string code, params string[] details) => Fault((int)node.Start.Line, code, details);

    private void Fault(int line, string code, params string[] details) =>
        _faults.Add(new PipelineFault(_file, line, new Problem(ProblemKind.Input, code, details)));

    private static string Line(YamlNode node) => node.Start.Line.ToString(CultureInfo.InvariantCulture);
}

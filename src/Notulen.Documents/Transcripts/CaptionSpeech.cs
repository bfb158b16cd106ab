using System.Net;
using System.Text.RegularExpressions;

namespace Notulen.Documents.Transcripts;

/// <summary>Reads who says what from the lines of captions: voice tags, dashes of a dialogue, everything else a tag.</summary>
internal static partial class CaptionSpeech
{
    public static IReadOnlyList<SpokenPart> Of(IReadOnlyList<RawCue> cues)
    {
        // Teams and we name captions "utterance-part": worth having, but only if the whole file does so.
        var named = cues.All(cue => cue.Name is not null && PartName().IsMatch(cue.Name));
        return [.. cues.SelectMany(cue => Parts(cue, named ? PartName().Match(cue.Name!).Groups[1].Value : null))];
    }

    /// <summary>Text without tags, entities and double blanks.</summary>
    public static string Bare(string text) => PlainText.Clean(WebUtility.HtmlDecode(Tag().Replace(text, "")));

    private static IEnumerable<SpokenPart> Parts(RawCue cue, string? utterance)
    {
        var spoken = new List<(string? Speaker, string Text, bool Fresh)>();
        foreach (var (text, fresh) in Turns(cue.Lines))
        {
            var voices = Voice().Matches(text);
            Add(null, voices.Count == 0 ? text : text[..voices[0].Index], fresh);
            for (var i = 0; i < voices.Count; i++)
            {
                var from = voices[i].Index + voices[i].Length;
                Add(Bare(voices[i].Groups[1].Value), text[from..(i + 1 < voices.Count ? voices[i + 1].Index : text.Length)], fresh);
            }
        }

        // Several people share the time of a caption by the length of what they say.
        var total = spoken.Sum(part => part.Text.Length);
        var passed = 0;
        foreach (var (speaker, text, fresh) in spoken)
        {
            var start = cue.Start + (cue.End - cue.Start) * passed / total;
            passed += text.Length;
            var end = passed == total ? cue.End : cue.Start + (cue.End - cue.Start) * passed / total;
            yield return new SpokenPart(speaker, text, start, end, utterance, fresh);
        }

        void Add(string? speaker, string text, bool fresh)
        {
            if (Bare(text) is { Length: > 0 } bare)
                spoken.Add((speaker is { Length: > 0 } ? speaker : null, bare, fresh));
        }
    }

    /// <summary>Two lines that begin with a dash are two people; otherwise the lines are one text.</summary>
    private static IEnumerable<(string Text, bool Fresh)> Turns(IReadOnlyList<string> lines)
    {
        if (lines.Count(line => Dash().IsMatch(line)) < 2)
        {
            yield return (string.Join(' ', lines), false);
            yield break;
        }

        foreach (var line in lines)
            yield return (Dash().Replace(line, ""), Dash().IsMatch(line));
    }

    [GeneratedRegex(@"^(.+)-\d+$")]
    private static partial Regex PartName();

    [GeneratedRegex(@"<v(?:\.[^\s<>]*)?\s([^<>]*)>")]
    private static partial Regex Voice();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>|<\d[\d:.,]*>|\{\\[^}]*\}")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*[-–—]\s+")]
    private static partial Regex Dash();
}

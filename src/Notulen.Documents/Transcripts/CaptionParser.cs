using System.Globalization;
using System.Text.RegularExpressions;
using Notulen.Core.Problems;

namespace Notulen.Documents.Transcripts;

/// <summary>
/// Takes a WebVTT or SubRip file apart. Lenient in what programs do differently (hours left out, a comma or a point,
/// no empty line between captions), strict about times: a wrong one is told with its line.
/// </summary>
internal static partial class CaptionParser
{
    /// <param name="text">The whole file.</param>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="web">WebVTT, which has blocks of notes and styles.</param>
    /// <exception cref="NotulenException">A wrong time, or far too many captions.</exception>
    public static IReadOnlyList<RawCue> Read(string text, string file, bool web)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var cues = new List<RawCue>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (web && IsBlock(lines, i))
            {
                while (i + 1 < lines.Length && lines[i + 1].Length > 0)
                    i++;
                continue;
            }

            if (!lines[i].Contains("-->", StringComparison.Ordinal))
                continue;
            var (start, end) = Times(lines[i], file, i + 1);
            var name = i > 0 && lines[i - 1].Trim() is { Length: > 0 } above && !above.StartsWith("WEBVTT", StringComparison.Ordinal) ? above : null;
            var spoken = new List<string>();
            while (i + 1 < lines.Length && !Ends(lines, i + 1, web))
                spoken.Add(lines[++i]);
            if (cues.Count == TranscriptFile.MaxSegments)
                throw NotulenException.Input("transcript.too-many", file, TranscriptFile.MaxSegments.ToString(CultureInfo.InvariantCulture));
            cues.Add(new RawCue(name, start, end, [.. spoken.Where(line => line.Trim().Length > 0)]));
        }

        return cues;
    }

    private static bool IsBlock(string[] lines, int i) =>
        (i == 0 || lines[i - 1].Length == 0) && Block().IsMatch(lines[i]) && !(i + 1 < lines.Length && lines[i + 1].Contains("-->", StringComparison.Ordinal));

    /// <summary>
    /// An empty line ends a caption, and so does the next one's number or time where the empty line was forgotten.
    /// SubRip files do have empty lines inside a caption: there the number and time must follow.
    /// </summary>
    private static bool Ends(string[] lines, int i, bool web)
    {
        if (lines[i].Contains("-->", StringComparison.Ordinal))
            return true;
        if (i + 1 < lines.Length && lines[i + 1].Contains("-->", StringComparison.Ordinal))
            return lines[i].Trim().Length == 0 || lines[i - 1].Trim().Length == 0 || lines[i].Trim().All(char.IsAsciiDigit);
        if (lines[i].Trim().Length > 0)
            return false;
        if (web)
            return true;
        var next = i;
        while (next < lines.Length && lines[next].Trim().Length == 0)
            next++;
        return next + 1 >= lines.Length || lines[next].Contains("-->", StringComparison.Ordinal) || lines[next + 1].Contains("-->", StringComparison.Ordinal);
    }

    private static (double Start, double End) Times(string line, string file, int number)
    {
        var match = Timing().Match(line);
        if (match.Success && Seconds(match, 1) is { } start && Seconds(match, 5) is { } end && end >= start && end <= TranscriptFile.MaxTime)
            return (start, end);
        throw NotulenException.Input("transcript.time", file, number.ToString(CultureInfo.InvariantCulture));
    }

    private static double? Seconds(Match match, int group)
    {
        double Part(int offset) => double.Parse("0" + match.Groups[group + offset].Value, CultureInfo.InvariantCulture);
        var (minutes, seconds) = (Part(1), Part(2));
        var fraction = match.Groups[group + 3].Value.PadRight(3, '0');
        // Programs that round write "02:20:60.000" for the next minute.
        return minutes <= 60 && seconds <= 60 ? Math.Round(Part(0) * 3600 + minutes * 60 + seconds + int.Parse(fraction, CultureInfo.InvariantCulture) / 1000.0, 3) : null;
    }

    [GeneratedRegex(@"^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)")]
    private static partial Regex Block();

    [GeneratedRegex(@"^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?\s*-->\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?(?:\s.*)?$")]
    private static partial Regex Timing();
}

using System.Globalization;
using System.Text;
using Notulen.Core.Transcripts;

namespace Notulen.Documents.Captions;

/// <summary>SubRip captions; who speaks stands before the first words of every sentence.</summary>
public sealed class SrtWriter : IResultWriter
{
    public string Extension => ".srt";

    public string MediaType => "application/x-subrip";

    public async Task WriteAsync(MeetingResult result, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), 65_536, leaveOpen: true) { NewLine = "\n" };
        var number = 0;
        foreach (var cue in CueSplitter.Split(result.Transcript, Names(result)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await writer.WriteLineAsync((++number).ToString(CultureInfo.InvariantCulture));
            await writer.WriteLineAsync($"{CaptionTime.Write(cue.Start, ',')} --> {CaptionTime.Write(cue.End, ',')}");
            await writer.WriteLineAsync(string.Join('\n', cue.Lines.Select(Defuse)) + "\n");
        }

        await writer.FlushAsync(cancellationToken);
    }

    /// <summary>Once one speaker is named, an unknown one is said to be unknown: else the name before would seem to go on.</summary>
    private static Func<Segment, string>? Names(MeetingResult result)
    {
        if (result.Transcript.Segments.All(segment => string.IsNullOrWhiteSpace(segment.Speaker)))
            return null;
        var unknown = new DocumentTexts(result.Minutes.Meeting.Language)["captions.unknown"];
        return segment => (PlainText.Clean(segment.Speaker).Replace(':', ' ') is { Length: > 0 } name ? name : unknown) + ":";
    }

    /// <summary>SubRip has no escapes, and players read tags in angle brackets and orders in braces.</summary>
    private static string Defuse(string text) => text.Replace('<', '‹').Replace('>', '›').Replace('{', '(').Replace('}', ')');
}

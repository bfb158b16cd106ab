using System.Globalization;
using System.Text;

namespace Notulen.Documents.Captions;

/// <summary>
/// WebVTT (https://www.w3.org/TR/webvtt1/) with a voice tag per speaker. A caption's name is segment-part, so that the
/// segments can be put together again.
/// </summary>
public sealed class VttWriter : IResultWriter
{
    public string Extension => ".vtt";

    public string MediaType => "text/vtt";

    public async Task WriteAsync(MeetingResult result, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), 65_536, leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync("WEBVTT");
        await writer.WriteLineAsync("\nNOTE Language: " + PlainText.Clean(result.Transcript.Language));
        if (result.Transcript.Speech is not null)
        {
            var texts = new DocumentTexts(result.Minutes.Meeting.Language);
            await writer.WriteLineAsync("\nNOTE " + texts["captions.note"]);
        }

        foreach (var cue in CueSplitter.Split(result.Transcript))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var voice = PlainText.Clean(cue.Speaker) is { Length: > 0 } name ? $"<v {Escape(name)}>" : "";
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\n{cue.Segment}-{cue.Part}"));
            await writer.WriteLineAsync($"{CaptionTime.Write(cue.Start, '.')} --> {CaptionTime.Write(cue.End, '.')}");
            await writer.WriteLineAsync(voice + string.Join('\n', cue.Lines.Select(Escape)));
        }

        await writer.FlushAsync(cancellationToken);
    }

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}

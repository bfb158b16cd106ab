using Notulen.Core.Problems;
using Notulen.Core.Storage;
using Notulen.Core.Transcripts;

namespace Notulen.Documents.Transcripts;

/// <summary>
/// Reads a transcript that was made before or elsewhere: our own JSON (or a list of turns), WebVTT or SubRip. Captions
/// are joined into sentences, one segment each.
/// </summary>
public static class TranscriptFile
{
    /// <summary>Largest file in bytes; a day of speech with every word timed stays well below.</summary>
    public const int MaxBytes = 67_108_864;

    /// <summary>Most sentences, turns or captions in a file.</summary>
    public const int MaxSegments = 200_000;

    /// <summary>Latest time in a transcript, in seconds: about eleven days.</summary>
    internal const double MaxTime = 1_000_000;

    /// <summary>Reads a file.</summary>
    /// <exception cref="NotulenException">Missing, too large, no transcript, or wrong somewhere: the problem names the line or the part.</exception>
    public static async Task<Transcript> ReadAsync(string path, CancellationToken cancellationToken) =>
        Parse(await TextFile.ReadAsync(path, MaxBytes, "transcript", cancellationToken), Path.GetFileName(path));

    /// <summary>Reads a text. What it is follows from its beginning, whatever the file is called.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="name">Name of the file, for its extension and for problems.</param>
    /// <exception cref="NotulenException">As for <see cref="ReadAsync"/>.</exception>
    public static Transcript Parse(string text, string name)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (text.TrimStart() is ['{' or '[', ..] || extension == ".json")
            return TranscriptJson.Read(text, name);

        var web = text.StartsWith("WEBVTT", StringComparison.Ordinal) || extension == ".vtt";
        var cues = RollingCaptions.Remove(CaptionParser.Read(text, name, web));
        if (cues.Count == 0)
            throw NotulenException.Input("transcript.no-cues", name);
        var segments = CaptionSentences.Join(CaptionNames.Resolve(CaptionSpeech.Of(cues)));
        if (segments.Count == 0)
            throw NotulenException.Input("transcript.no-cues", name);
        var language = LanguageGuess.Declared(text) ?? LanguageGuess.Of(segments.Select(segment => segment.Text));
        return new Transcript(language, cues.Max(cue => cue.End), null, segments);
    }
}

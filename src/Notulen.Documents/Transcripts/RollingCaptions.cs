namespace Notulen.Documents.Transcripts;

/// <summary>
/// Automatic captions often roll: each one begins with the last line of the one before. Only the new lines were said.
/// </summary>
internal static class RollingCaptions
{
    /// <summary>Shorter than this, a caption only holds the line that stays, in seconds.</summary>
    private const double Blink = 0.05;

    public static IReadOnlyList<RawCue> Remove(IReadOnlyList<RawCue> cues)
    {
        var rolling = Enumerable.Range(1, Math.Max(0, cues.Count - 1)).Count(i => Repeats(cues[i - 1], cues[i]));
        if (rolling * 3 < cues.Count)
            return cues;
        var kept = new List<RawCue>();
        for (var i = 0; i < cues.Count; i++)
        {
            var cue = i > 0 && Repeats(cues[i - 1], cues[i]) ? cues[i] with { Lines = [.. cues[i].Lines.Skip(1)] } : cues[i];
            if (cue.Lines.Count > 0)
                kept.Add(cue);
        }

        return kept;
    }

    private static bool Repeats(RawCue before, RawCue cue) =>
        before.Lines.Count > 0 && cue.Lines.Count > 0 && cue.Start <= before.End + Blink
        && (cue.Lines.Count > 1 || cue.End - cue.Start <= Blink)
        && CaptionSpeech.Bare(cue.Lines[0]) == CaptionSpeech.Bare(before.Lines[^1]);
}

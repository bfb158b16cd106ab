using System.Globalization;
using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Values;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Finds when the meeting was opened and closed; "half acht" is 19:30 when it is evening.</summary>
internal static class ClockCues
{
    private const int HalfDay = 12 * 60;
    private const int OpeningSentences = 60;
    private const int SentencesAfterOpening = 5;

    public static (string? Opened, string? Closed) Find(ItemScene scene)
    {
        var planned = scene.Input.Agenda.Start is { } start ? start.Hour * 60 + start.Minute : (int?)null;
        var opened = Opened(scene, planned) ?? planned;
        var closed = Closed(scene) is { } said ? AfterOpening(said, opened, scene) : (int?)null;
        return (Text(opened), Text(closed));
    }

    private static int? Opened(ItemScene scene, int? planned)
    {
        var opening = scene.Sentences.Take(OpeningSentences).FirstOrDefault(sentence => CueBook.Find(scene.Cues.Opening, sentence) is not null);
        if (opening is null)
            return null;
        foreach (var sentence in scene.Sentences.Skip(opening.Index).Take(SentencesAfterOpening))
        {
            if (CueBook.Find(scene.Cues.Closing, sentence) is not null)
                return null;
            var times = ClockReader.Read(sentence.Tokens, scene.Language, loose: sentence.Index == opening.Index);
            if (times.Count > 0)
                return NearestHalf((int)times[0].Amount, planned, scene);
        }
        return null;
    }

    private static int? Closed(ItemScene scene)
    {
        foreach (var sentence in scene.Sentences.Reverse())
        {
            if (CueBook.Find(scene.Cues.Closing, sentence) is null)
                continue;
            foreach (var near in scene.Sentences.Skip(Math.Max(0, sentence.Index - 2)).Take(4).OrderBy(near => Math.Abs(near.Index - sentence.Index)))
            {
                var times = ClockReader.Read(near.Tokens, scene.Language, loose: near.Index == sentence.Index);
                if (times.Count > 0)
                    return (int)times[^1].Amount;
            }
            return null;
        }
        return null;
    }

    private static int NearestHalf(int minutes, int? planned, ItemScene scene)
    {
        if (minutes >= HalfDay)
            return minutes;
        if (planned is { } plan)
            return Math.Abs(minutes + HalfDay - plan) < Math.Abs(minutes - plan) ? minutes + HalfDay : minutes;
        var words = scene.Sentences.Take(OpeningSentences).SelectMany(sentence => sentence.Tokens).Select(token => token.Norm).ToHashSet();
        if (words.Overlaps(["goedenavond", "vanavond", "evening", "tonight", "goedemiddag", "vanmiddag", "afternoon"]))
            return minutes + HalfDay;
        if (words.Overlaps(["goedemorgen", "vanmorgen", "vanochtend", "morning"]))
            return minutes;
        // Without a greeting: nobody meets before eight in the morning.
        return minutes < 8 * 60 ? minutes + HalfDay : minutes;
    }

    /// <summary>The first moment after the opening at which the clock shows what was said.</summary>
    private static int AfterOpening(int minutes, int? opened, ItemScene scene)
    {
        if (opened is not { } open)
            return NearestHalf(minutes, null, scene);
        return minutes < HalfDay && minutes < open && minutes + HalfDay >= open ? minutes + HalfDay : minutes;
    }

    private static string? Text(int? minutes) =>
        minutes is { } value ? new TimeOnly(value / 60 % 24, value % 60).ToString("HH:mm", CultureInfo.InvariantCulture) : null;
}

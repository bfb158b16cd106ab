using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Values;
using Notulen.Core.Minutes.Words;
using Notulen.Core.Pipelines;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Minutes.Facts;

/// <summary>The day of the meeting as the chair names it at the opening: "Het is woensdag 14 oktober 2026."</summary>
public static class MeetingDay
{
    private const int OpeningSentences = 40;

    /// <summary>Below it a date may well be misheard.</summary>
    private const double LowestConfidence = 0.6;

    /// <summary>Sunday first, like <see cref="DayOfWeek"/>; Dutch, then English.</summary>
    private static readonly string[] Weekdays =
    [
        "zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag",
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    ];

    private static readonly HashSet<string> Today = ["vandaag", "vanavond", "vanmiddag", "vanmorgen", "vanochtend", "today", "tonight"];

    /// <summary>The day that was said with its year; null when none was.</summary>
    public static DateOnly? Said(Transcript transcript, CueSet cues, string language)
    {
        var book = CueBook.Of(cues);
        return SentenceCutter.Cut([.. transcript.Segments.Take(OpeningSentences)], language)
            // Later the chair names the day only where the meeting is taken up again.
            .Concat(transcript.Segments.Skip(OpeningSentences).Where(segment => segment.Text.Any(char.IsAsciiDigit))
                .SelectMany(segment => SentenceCutter.Cut([segment], language)).Where(sentence => CueBook.Find(book.Resumption, sentence) is not null))
            .Where(sentence => sentence.Confidence >= LowestConfidence).Select(sentence => In(sentence, book)).FirstOrDefault(day => day is not null);
    }

    /// <summary>The day that a sentence names as today, with its year; null when it does not.</summary>
    internal static DateOnly? In(Sentence sentence, CueBook cues)
    {
        if (sentence.IsQuestion || !sentence.Tokens.Any(token => Today.Contains(token.Norm)) && !IsIt(sentence.Tokens) && (CueBook.Find(cues.Opening, sentence) ?? CueBook.Find(cues.Resumption, sentence)) is null)
            return null;
        return DateReader.Read(sentence.Tokens, sentence.Language)
            .Where(date => date.Year is not null)
            .Select(date => date.After(null) is { } day && Agrees(sentence.Tokens, date.First, day) ? day : (DateOnly?)null)
            .FirstOrDefault(day => day is not null);
    }

    /// <summary>The agenda with its day filled in from what was said, where the agenda has none.</summary>
    public static Agenda Fill(Agenda agenda, Transcript transcript, CueSet cues, string language) =>
        agenda.Date is null ? agenda with { Date = Said(transcript, cues, language) } : agenda;

    /// <summary>A weekday before the date must be its own: otherwise one of the two was misheard.</summary>
    private static bool Agrees(IReadOnlyList<Token> tokens, int first, DateOnly day)
    {
        var weekday = first == 0 ? -1 : Array.IndexOf(Weekdays, tokens[first - 1].Norm);
        return weekday < 0 || weekday % 7 == (int)day.DayOfWeek;
    }

    private static bool IsIt(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Norm is "het" or "it" && tokens[i + 1].Norm == "is" || tokens[i].Norm == "is" && tokens[i + 1].Norm == "het")
                return true;
        }
        return false;
    }
}

using Notulen.Core.Meetings;
using Notulen.Core.Minutes;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.Splitting;
using Notulen.Core.Pipelines;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Processing.Stages;

/// <summary>What facts may rest on: the agenda as far as it belongs to this meeting, with the day that was said where it names none.</summary>
internal static class FactsAgenda
{
    public static Agenda Of(Meeting meeting, Transcript transcript, AgendaSplit split, CueSet cues, string language)
    {
        var agenda = meeting.Agenda with { Date = meeting.Date };
        // The people of another meeting's agenda were not here.
        if (!split.AgendaUsed && agenda.Items.Count > 0)
            agenda = agenda with { Participants = [], Start = null };
        return MeetingDay.Fill(agenda, transcript, cues, language);
    }

    /// <summary>The chair names another day than the agenda: one of the two is of another meeting, or slipped.</summary>
    public static IEnumerable<string> Warnings(Agenda agenda, Transcript transcript, CueSet cues, string language)
    {
        if (agenda.Date is { } planned && MeetingDay.Said(transcript, cues, language) is { } said && said != planned)
            yield return MinutesTexts.Say(language, "warning.date", Day(said), Day(planned));

        string Day(DateOnly day) => day.ToString("d MMMM yyyy", MinutesTexts.Culture(language));
    }
}

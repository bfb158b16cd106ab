namespace Notulen.Core.Minutes.Facts;

/// <summary>What concerns the meeting as a whole.</summary>
/// <param name="Attendance">Who was there.</param>
/// <param name="Opened">Time of opening ("19:30"); null when unknown.</param>
/// <param name="Closed">Time of closing; null when unknown.</param>
public sealed record MeetingFacts(Attendance Attendance, string? Opened, string? Closed)
{
    /// <summary>Looks through the whole transcript.</summary>
    public static MeetingFacts Find(Transcripts.Transcript transcript, Meetings.Agenda agenda, Pipelines.CueSet cues, string language)
    {
        var scene = new ItemScene(new ItemInput { Language = language, Title = "", Segments = transcript.Segments, Agenda = agenda, Cues = cues });
        var (opened, closed) = ClockCues.Find(scene);
        return new MeetingFacts(AttendanceCues.Find(scene), opened, closed);
    }
}

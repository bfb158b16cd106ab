using Notulen.Core.Minutes;

namespace Notulen.Documents.Outline;

/// <summary>
/// What printed minutes contain and in which order, the same for every format: label, heading, attendance, items,
/// lists, what is not yet supported, provenance. A statement without support is never among the facts.
/// </summary>
internal static class MinutesOutline
{
    public static IReadOnlyList<Block> Of(MeetingResult result)
    {
        var minutes = result.Minutes;
        var texts = new DocumentTexts(minutes.Meeting.Language);
        var times = new Times(result.Transcript);
        return
        [
            .. Heading(minutes, texts),
            .. AttendanceOutline.Of(minutes.Attendance, texts, times),
            new HeadingBlock(1, texts["heading.items"], null),
            .. minutes.Items.Count == 0 ? [new TextBlock(texts["items.none"])] : minutes.Items.SelectMany(item => ItemOutline.Of(item, result.Transcript, texts, times)),
            .. ListsOutline.Of(minutes, texts, times),
            .. UnsupportedOutline.Of(minutes, texts, times),
            .. CoverageOutline.Of(minutes, texts),
            .. ProvenanceOutline.Of(result, texts),
        ];
    }

    /// <summary>The label with the warning of a demonstration model, as it stands on top of every page.</summary>
    public static string Label(MinutesDocument minutes, DocumentTexts texts)
    {
        var label = PlainText.Clean(minutes.Provenance.Label);
        return minutes.Provenance.Demonstration ? $"{label} · {texts["demonstration.short"]}" : label;
    }

    private static IEnumerable<Block> Heading(MinutesDocument minutes, DocumentTexts texts)
    {
        var meeting = minutes.Meeting;
        yield return new TitleBlock(PlainText.Clean(meeting.Title), Given(meeting.Body));
        yield return new NoticeBlock(PlainText.Clean(minutes.Provenance.Label));
        if (minutes.Provenance.Demonstration)
            yield return new NoticeBlock(texts["demonstration.notice"]);
        if (meeting.Confidential)
            yield return new NoticeBlock(texts["confidential.notice"]);
        foreach (var warning in minutes.Provenance.Warnings)
            yield return new NoticeBlock(PlainText.Clean(warning));
        if (meeting.Date is { } date)
            yield return new FactBlock(texts["fact.date"], texts.Date(date));
        if (Given(meeting.Place) is { } place)
            yield return new FactBlock(texts["fact.place"], place);
        if (Given(minutes.Opened) is { } opened)
            yield return new FactBlock(texts["fact.opened"], texts.Time(opened));
        if (Given(minutes.Closed) is { } closed)
            yield return new FactBlock(texts["fact.closed"], texts.Time(closed));
        if (Given(meeting.Recording) is { } recording)
            yield return new FactBlock(texts["fact.recording"], recording);
        if (meeting.Duration > 0)
            yield return new FactBlock(texts["fact.duration"], texts.Duration(meeting.Duration));
    }

    internal static string? Given(string? text) => PlainText.Clean(text) is { Length: > 0 } clean ? clean : null;
}

using Notulen.Core.Meetings;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Minutes.Splitting;

/// <summary>From the beginnings of items to stretches that cover the whole recording.</summary>
internal static class SpanList
{
    public static IReadOnlyList<AgendaSpan> Untreated(Agenda agenda) =>
        [.. agenda.Items.Select((item, index) => Span(agenda, index, null, null, false))];

    /// <param name="transcript">The recording.</param>
    /// <param name="agenda">The agenda.</param>
    /// <param name="beginnings">First segment and index of each item, in the order of the recording.</param>
    public static IReadOnlyList<AgendaSpan> Of(Transcript transcript, Agenda agenda, IReadOnlyList<(int Segment, int Item)> beginnings)
    {
        var starts = new List<(int Segment, int Item)>();
        var first = transcript.Segments[0].Id;
        // What is said before the first announcement is the opening: the first item.
        if (beginnings.Count == 0 || beginnings[0].Segment > first && beginnings[0].Item > 0)
            starts.Add((first, 0));
        foreach (var beginning in beginnings)
        {
            if (starts.Count > 0 && starts[^1].Segment == beginning.Segment)
                starts[^1] = beginning;
            else
                starts.Add(beginning);
        }
        starts[0] = (first, starts[0].Item);

        var spans = new List<AgendaSpan>();
        for (var i = 0; i < starts.Count; i++)
        {
            var last = i + 1 < starts.Count ? starts[i + 1].Segment - 1 : transcript.Segments[^1].Id;
            var continued = spans.Any(span => span.Item == starts[i].Item);
            spans.Add(Span(agenda, starts[i].Item, starts[i].Segment, last, continued));
        }
        for (var item = 0; item < agenda.Items.Count; item++)
        {
            if (spans.Any(span => span.Item == item))
                continue;
            var before = spans.FindLastIndex(span => span.Item == item - 1);
            spans.Insert(before + 1, Span(agenda, item, null, null, false));
        }
        return spans;
    }

    private static AgendaSpan Span(Agenda agenda, int item, int? first, int? last, bool continued) =>
        new(item, agenda.Items[item].Number, agenda.Items[item].Title, agenda.Items[item].Confidential || agenda.Confidential, first, last, continued);
}

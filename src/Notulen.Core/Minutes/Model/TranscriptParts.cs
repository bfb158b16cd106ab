using Notulen.Core.Transcripts;

namespace Notulen.Core.Minutes.Model;

/// <summary>Divides a long item over prompts, preferably where the speaker changes or a pause falls. Nothing is left out.</summary>
internal static class TranscriptParts
{
    private const double LongPause = 1.5;

    /// <param name="segments">The item.</param>
    /// <param name="tokens">Tokens of the whole item.</param>
    /// <param name="budget">Tokens that fit into one prompt.</param>
    public static IReadOnlyList<IReadOnlyList<Segment>> Cut(IReadOnlyList<Segment> segments, int tokens, int budget)
    {
        if (tokens <= budget)
            return [segments];
        var letters = segments.Sum(Size);
        // A little below the budget, for the estimate by letters is rough.
        var limit = Math.Max(200, (int)(letters * 0.9 * budget / tokens));
        var parts = new List<IReadOnlyList<Segment>>();
        var part = new List<Segment>();
        var size = 0;
        foreach (var segment in segments.SelectMany(segment => Pieces(segment, limit)))
        {
            if (part.Count > 0 && size + Size(segment) > limit)
            {
                var cut = BestCut(part);
                parts.Add([.. part.Take(cut)]);
                part.RemoveRange(0, cut);
                size = part.Sum(Size);
            }
            part.Add(segment);
            size += Size(segment);
        }
        if (part.Count > 0)
            parts.Add(part);
        return parts;
    }

    /// <summary>Two parts, cut near the middle.</summary>
    public static IReadOnlyList<IReadOnlyList<Segment>> Halve(IReadOnlyList<Segment> part)
    {
        if (part.Count > 1)
            return [[.. part.Take(part.Count / 2)], [.. part.Skip(part.Count / 2)]];
        var pieces = part.Count == 0 ? [] : Pieces(part[0], Math.Max(100, part[0].Text.Length / 2 + 1)).ToList();
        return [.. pieces.Select(piece => (IReadOnlyList<Segment>)[piece])];
    }

    private static int Size(Segment segment) => segment.Text.Length + (segment.Speaker?.Length ?? 0) + 8;

    /// <summary>The last change of speaker or pause in the last third of a part; otherwise its end.</summary>
    private static int BestCut(List<Segment> part)
    {
        for (var i = part.Count - 1; i > part.Count * 2 / 3; i--)
        {
            if (part[i].Speaker != part[i - 1].Speaker || part[i].Start - part[i - 1].End > LongPause)
                return i;
        }
        return part.Count;
    }

    /// <summary>A segment that is too long for any prompt is cut between words; the pieces keep its id.</summary>
    private static IEnumerable<Segment> Pieces(Segment segment, int limit)
    {
        var text = segment.Text;
        while (text.Length > limit)
        {
            var cut = text.LastIndexOf(' ', limit - 1);
            cut = cut <= 0 ? limit : cut;
            yield return segment with { Text = text[..cut].Trim() };
            text = text[cut..].Trim();
        }
        yield return segment with { Text = text };
    }
}

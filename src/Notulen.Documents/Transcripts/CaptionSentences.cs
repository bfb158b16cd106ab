using System.Text;
using Notulen.Core.Transcripts;
using Notulen.Documents.Captions;

namespace Notulen.Documents.Transcripts;

/// <summary>Joins captions into sentences. Times inside a caption are estimated, so the segments carry no words.</summary>
internal static class CaptionSentences
{
    /// <summary>A silence after which a new segment begins, in seconds.</summary>
    private const double Pause = 2;

    /// <summary>Where there is no punctuation a segment ends with a caption after this many seconds or characters.</summary>
    private const double Long = 10;
    private const int LongText = 120;

    /// <summary>The same among captions with punctuation, for a speaker who does not come to an end.</summary>
    private const double LongMarked = 30;
    private const int LongMarkedText = 400;

    /// <summary>And where people take breath, in seconds.</summary>
    private const double Breath = 0.3;

    public static IReadOnlyList<Segment> Join(IReadOnlyList<SpokenPart> parts)
    {
        var segments = new List<Segment>();
        var bare = Sentences.AreMissing(parts.Select(part => part.Text));
        var text = new StringBuilder();
        double start = 0, end = 0;
        SpokenPart? before = null;
        var last = "";
        foreach (var part in parts)
        {
            var first = true;
            foreach (var word in TimedWord.Spread(part.Text, part.Start, part.End))
            {
                var breaks = Sentences.Ends(last, word.Text) || (first && before is not null && Breaks(before, part, part.Start - start, text.Length, bare));
                if (text.Length > 0 && breaks)
                    Close(before!);
                if (text.Length == 0)
                    start = word.Start;
                else
                    text.Append(' ');
                text.Append(word.Text);
                end = word.End;
                last = word.Text;
                first = false;
                before = part;
            }
        }

        if (text.Length > 0)
            Close(before!);
        return [.. segments.OrderBy(segment => segment.Start).Select((segment, id) => segment with { Id = id })];

        void Close(SpokenPart part)
        {
            segments.Add(new Segment(0, Math.Round(start, 3), Math.Round(end, 3), part.Speaker, text.ToString()));
            text.Clear();
        }
    }

    private static bool Breaks(SpokenPart before, SpokenPart part, double length, int characters, bool bare)
    {
        if (part.Fresh || part.Speaker != before.Speaker || part.Utterance != before.Utterance)
            return true;
        return part.Utterance is null && (part.Start - before.End > (bare ? Breath : Pause) || bare && (length > Long || characters > LongText) || length > LongMarked || characters > LongMarkedText);
    }
}

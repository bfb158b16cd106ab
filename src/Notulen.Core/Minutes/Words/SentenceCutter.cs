using Notulen.Core.Transcripts;

namespace Notulen.Core.Minutes.Words;

/// <summary>
/// Turns segments into sentences. A transcript of our own has one sentence per segment; captions and raw recognition cut
/// anywhere, so sentences are split within segments and joined across them. Speech that was written down without any
/// punctuation is cut where a pause or a turn of phrase tells.
/// </summary>
public static class SentenceCutter
{
    private const int LongestSentence = 60;
    private const double LongestPause = 3;

    /// <summary>Without punctuation a pause is all that tells: this long (seconds) is more than people take for breath.</summary>
    private const double LongestBreath = 0.8;

    /// <summary>With fewer marks than one in this many words, what was recognised carries no punctuation.</summary>
    private const int WordsPerMark = 150;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "drs", "ir", "ing", "prof", "dhr", "mw", "mevr", "nr", "no", "art", "st", "bijv", "ca", "incl", "excl", "jl",
        "mln", "mld", "blz", "pag", "resp", "evt", "vs", "agenda", "item",
    };

    public static IReadOnlyList<Sentence> Cut(IReadOnlyList<Segment> segments, string language)
    {
        var sentences = new List<Sentence>();
        var open = new OpenSentence();
        var bare = IsBare(segments);
        var pause = bare ? LongestBreath : LongestPause;
        foreach (var segment in segments)
        {
            if (open.Words > 0 && (segment.Speaker != open.Speaker || segment.Start - open.End > pause))
                open.Close(sentences, language);
            foreach (var (piece, ended) in bare ? BarePieces(segment.Text, language) : Pieces(segment.Text))
            {
                open.Add(piece, segment);
                if (ended || open.Words >= LongestSentence)
                    open.Close(sentences, language);
            }
        }
        open.Close(sentences, language);
        return sentences;
    }

    private static IEnumerable<(string Piece, bool Ended)> Pieces(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('.' or '?' or '!' or '—' or '…'))
                continue;
            var atEnd = i + 1 == text.Length;
            if (!atEnd && !char.IsWhiteSpace(text[i + 1]) || text[i] == '.' && IsAbbreviation(text, from, i, atEnd))
                continue;
            // A dash breaks a sentence off where somebody else begins; otherwise it is a pause in thought.
            if (text[i] == '—' && !atEnd && !BeginsAnew(text, i + 1))
                continue;
            yield return (text[from..(i + 1)].Trim(), true);
            from = i + 1;
        }
        foreach (var piece in ByLength(text[from..].Trim()))
            yield return piece;
    }

    private static bool IsBare(IReadOnlyList<Segment> segments)
    {
        var marks = segments.Sum(segment => segment.Text.Count(letter => letter is '.' or '?' or '!'));
        return marks * WordsPerMark <= segments.Sum(segment => segment.Text.Count(letter => letter == ' ') + 1);
    }

    private static IEnumerable<(string Piece, bool Ended)> BarePieces(string text, string language)
    {
        var tokens = Tokens.Of(text);
        var from = 0;
        foreach (var start in SpokenStarts.In(tokens, language))
        {
            // At the very beginning nothing is cut off, but what the segment before left open is over.
            var to = start == 0 ? 0 : tokens[start].Start;
            yield return (text[from..to].Trim(), true);
            from = to;
        }
        foreach (var piece in ByLength(text[from..].Trim()))
            yield return piece;
    }

    /// <summary>Long captions without any punctuation are cut by length, so that one cue does not swallow a speech.</summary>
    private static IEnumerable<(string Piece, bool Ended)> ByLength(string rest)
    {
        while (rest.Length > 0)
        {
            var end = EndOfWords(rest, LongestSentence);
            yield return (rest[..end].Trim(), end < rest.Length);
            rest = rest[end..].Trim();
        }
    }

    private static bool BeginsAnew(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
            from++;
        return from < text.Length && char.IsUpper(text[from]);
    }

    private static bool IsAbbreviation(string text, int from, int dot, bool atEnd)
    {
        var start = dot;
        while (start > from && char.IsLetter(text[start - 1]))
            start--;
        var word = text[start..dot];
        // "J. Kuiper" goes on; "amendement L.A." at the end of what was said does not.
        return Abbreviations.Contains(word) || word.Length == 1 && char.IsUpper(word[0]) && !atEnd;
    }

    private static int EndOfWords(string text, int words)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ' && --words == 0)
                return i;
        }
        return text.Length;
    }

    private sealed class OpenSentence
    {
        private readonly List<string> _pieces = [];
        private readonly List<int> _segments = [];
        private double _confidence = 1;
        private double _start;

        public string? Speaker { get; private set; }

        public double End { get; private set; }

        public int Words { get; private set; }

        public void Add(string piece, Segment segment)
        {
            if (piece.Length == 0)
                return;
            if (_pieces.Count == 0)
                _start = segment.Start;
            _pieces.Add(piece);
            Speaker = segment.Speaker;
            End = segment.End;
            Words += piece.Count(letter => letter == ' ') + 1;
            _confidence = Math.Min(_confidence, segment.Confidence);
            if (_segments.Count == 0 || _segments[^1] != segment.Id)
                _segments.Add(segment.Id);
        }

        public void Close(List<Sentence> sentences, string language)
        {
            if (_pieces.Count > 0)
                sentences.Add(new Sentence(sentences.Count, string.Join(' ', _pieces), [.. _segments], Speaker, _confidence, _start, language));
            _pieces.Clear();
            _segments.Clear();
            _confidence = 1;
            Words = 0;
        }
    }
}

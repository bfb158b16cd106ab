using Notulen.Core.Recordings;

namespace Notulen.Core.Transcripts;

/// <summary>
/// Joins recognised words into sentences. The engine's own segments are no guide: it cuts in the middle of sentences
/// and even of words.
/// </summary>
public sealed class SentenceBuilder
{
    // A silence this long ends a sentence whatever the punctuation says.
    private const double LongPause = 2.0;

    // Without any punctuation, a sentence ends at a shorter pause once it has become long.
    private const int LongSentence = 40;
    private const double ShortPause = 0.5;
    private const int LongestSentence = 90;

    private readonly List<Segment> _sentences = [];
    private readonly List<Word> _words = [];
    private double _noSpeech;

    /// <summary>Adds a window of the channel; windows come in order.</summary>
    /// <returns>How many segments were dropped as invented.</returns>
    public int Add(RecognisedWindow window, IReadOnlyList<WindowSpan> spans, InventedPhrases invented)
    {
        var dropped = 0;
        var first = true;
        var repeats = 0;
        string? previous = null;
        foreach (var segment in window.Segments)
        {
            // People say a thing twice; the same words for the third time in one window are a loop.
            repeats = segment.Text == previous ? repeats + 1 : 0;
            previous = segment.Text;
            if (invented.Includes(segment) || repeats > 1)
            {
                dropped++;
                continue;
            }
            foreach (var recognised in segment.Words)
            {
                var text = recognised.Text.Trim();
                if (text.Length == 0)
                    continue;
                var (start, end) = WindowTimes.ToRecording(spans, recognised.Start, recognised.End);
                var continues = !first && _words.Count > 0 && !char.IsWhiteSpace(recognised.Text[0]);
                Append(new Word(text, start, end, recognised.Probability), continues, segment.NoSpeechProbability);
                first = false;
            }
        }
        return dropped;
    }

    /// <summary>The sentences so far, numbered from 0; the last one is closed.</summary>
    public IReadOnlyList<Segment> Finish()
    {
        Close();
        return _sentences;
    }

    private void Append(Word word, bool continues, double noSpeech)
    {
        if (continues)
        {
            var last = _words[^1];
            _words[^1] = new Word(last.Text + word.Text, last.Start, Math.Max(last.End, word.End), Math.Min(last.Probability, word.Probability));
            return;
        }
        if (_words.Count > 0 && EndsBefore(word))
            Close();
        _words.Add(word);
        _noSpeech = Math.Max(_noSpeech, noSpeech);
    }

    private bool EndsBefore(Word next)
    {
        var last = _words[^1];
        var pause = next.Start - last.End;
        return pause >= LongPause
            || (EndsSentence(last.Text, next.Text) && !char.IsLower(next.Text[0]))
            || (_words.Count >= LongSentence && (pause >= ShortPause || last.Text.EndsWith(',')))
            || _words.Count >= LongestSentence;
    }

    // "J." and "dhr." end no sentence, nor does "no." before a number; "agendapunt 4." may.
    private static bool EndsSentence(string word, string next)
    {
        var bare = word.TrimEnd('"', '\'', '”', '’', ')', '»');
        return bare.Length > 0 && bare[^1] switch
        {
            '?' or '!' or '…' => true,
            '.' => !Abbreviations.Contains(bare.ToLowerInvariant())
                && !(char.IsDigit(next[0]) && BeforeNumbers.Contains(bare.ToLowerInvariant()))
                && !(bare.Length == 2 && char.IsUpper(bare[0])),
            _ => false,
        };
    }

    private static readonly HashSet<string> Abbreviations =
        ["dhr.", "mevr.", "mw.", "dr.", "drs.", "mr.", "ir.", "ing.", "prof.", "o.a.", "d.w.z.", "bijv.", "ca.", "ms.", "mrs.", "st.", "e.g.", "i.e."];

    private static readonly HashSet<string> BeforeNumbers = ["nr.", "blz.", "art.", "no.", "p.", "par.", "sec."];

    private void Close()
    {
        if (_words.Count == 0)
            return;
        _sentences.Add(new Segment(
            _sentences.Count,
            Round(_words[0].Start),
            Round(_words[^1].End),
            Speaker: null,
            string.Join(' ', _words.Select(word => word.Text)),
            Math.Round(_words.Average(word => word.Probability), 3),
            Math.Round(_noSpeech, 3),
            [.. _words.Select(word => word with { Start = Round(word.Start), End = Round(word.End), Probability = Math.Round(word.Probability, 3) })]));
        _words.Clear();
        _noSpeech = 0;
    }

    private static double Round(double seconds) => Math.Round(seconds, 2);
}

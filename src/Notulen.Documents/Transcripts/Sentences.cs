using Notulen.Documents.Captions;

namespace Notulen.Documents.Transcripts;

/// <summary>Tells where a sentence ends, in Dutch and English.</summary>
internal static class Sentences
{
    private const int WordsPerMark = 150;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "dhr.", "mw.", "mevr.", "mr.", "mrs.", "ms.", "dr.", "drs.", "ir.", "ing.", "prof.", "st.", "nr.", "no.", "art.", "blz.", "pag.", "p.",
        "d.d.", "t.a.v.", "m.b.t.", "i.v.m.", "t.o.v.", "o.a.", "bijv.", "bv.", "enz.", "etc.", "evt.", "incl.", "excl.", "resp.", "ca.", "mln.", "mld.", "vs.", "e.g.", "i.e.", "jl.", "a.s.",
    };

    /// <summary>Whether a sentence ends after a word.</summary>
    /// <param name="word">With its punctuation.</param>
    /// <param name="next">The word that follows.</param>
    public static bool Ends(string word, string next)
    {
        var bare = word.TrimEnd('"', '”', '’', '\'', ')', ']', '»');
        if (bare.Length == 0 || bare[^1] is not ('.' or '?' or '!' or '…' or '—'))
            return false;
        var start = next.TrimStart('"', '“', '„', '‘', '\'', '(', '[', '«', '¿', '¡');
        if (start.Length > 0 && char.IsLower(start[0]) && bare[^1] is ('.' or '…' or '—'))
            return false;

        // "J. Kuiper" and "3. De opening" go on; "punt 4." before a capital may well be an end.
        return bare[^1] != '.' || !(Abbreviations.Contains(bare.TrimStart('(', '"', '“')) || (bare.Length == 2 && char.IsUpper(bare[0])));
    }

    /// <summary>Whether what was recognised carries no punctuation to speak of: fewer marks than one in so many words.</summary>
    public static bool AreMissing(IEnumerable<string> texts)
    {
        var (words, marks) = (0, 0);
        foreach (var text in texts)
        {
            words += text.Count(letter => letter == ' ') + 1;
            marks += text.Count(letter => letter is '.' or '?' or '!');
        }
        return marks * WordsPerMark <= words;
    }

    /// <summary>The sentences of a text with the share of its time that their length suggests.</summary>
    public static IEnumerable<TimedWord> Split(string text, double start, double end)
    {
        var words = TimedWord.Spread(text, start, end);
        var from = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && !Ends(words[i].Text, words[i + 1].Text))
                continue;
            yield return new TimedWord(string.Join(' ', words[from..(i + 1)].Select(word => word.Text)), words[from].Start, words[i].End);
            from = i + 1;
        }
    }
}

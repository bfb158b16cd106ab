using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Splitting;

/// <summary>How much of an agenda title is heard in a row of words, whatever recognition made of them.</summary>
internal sealed class TitleMatcher
{
    private const double AlikeEnough = 0.7;

    private readonly IReadOnlyList<TitleWord> _words;

    private TitleMatcher(IReadOnlyList<TitleWord> words) => _words = words;

    /// <summary>How many words of the title say something.</summary>
    public int Words => _words.Count;

    /// <summary>Prepares the titles of one agenda; words that several titles share weigh less.</summary>
    public static IReadOnlyList<TitleMatcher> Of(IReadOnlyList<string> titles, string language)
    {
        var words = titles.Select(title => Content(title, language)).ToList();
        var counts = words.SelectMany(list => list.Distinct()).CountBy(word => word).ToDictionary();
        return [.. words.Select(list => new TitleMatcher([.. list.Distinct().Select(word => new TitleWord(word, Math.Sqrt(word.Length) / counts[word]))]))];
    }

    /// <summary>0 for nothing heard, 1 for every word of the title.</summary>
    public double Coverage(IReadOnlyList<Token> heard, string language) => Heard(heard, language).Coverage;

    /// <summary>The same, and how many of the title's words were heard.</summary>
    public (double Coverage, int Words) Heard(IReadOnlyList<Token> heard, string language)
    {
        if (_words.Count == 0)
            return (0, 0);
        var candidates = Candidates(heard, language);
        double total = 0, found = 0;
        var words = 0;
        foreach (var word in _words)
        {
            total += word.Weight;
            var best = candidates.Count == 0 ? 0 : candidates.Max(candidate => Closeness(word.Stem, candidate));
            if (best < AlikeEnough)
                continue;
            found += word.Weight * best;
            words++;
        }
        return (found / total, words);
    }

    private static double Closeness(string stem, string candidate)
    {
        if (stem == candidate)
            return 1;
        if (stem.Length >= 4 && Stems.AreKin(stem, candidate))
            return 0.95;
        return stem.Length < 5 ? 0 : Likeness.Of(stem, candidate);
    }

    private static List<string> Candidates(IReadOnlyList<Token> heard, string language)
    {
        var stems = StopWords.ContentStems(heard, language).ToList();
        var candidates = stems.Select(word => word.Stem).ToList();
        // Recognition cuts compounds: "norder kanal" for "Noorderkanaal".
        for (var i = 0; i + 1 < stems.Count; i++)
        {
            if (stems[i + 1].Position == stems[i].Position + 1)
                candidates.Add(Stems.Of(heard[stems[i].Position].Norm + heard[stems[i + 1].Position].Norm, language));
        }
        candidates.AddRange(heard.Where(token => token.IsDigits).Select(token => token.Norm));
        return candidates;
    }

    private static List<string> Content(string title, string language)
    {
        var tokens = Tokens.Of(title);
        var stems = StopWords.ContentStems(tokens, language).Select(word => word.Stem).ToList();
        return stems.Count > 0 ? stems : [.. tokens.Where(token => !token.IsDigits).Select(token => Stems.Of(token.Norm, language))];
    }

    private sealed record TitleWord(string Stem, double Weight);
}

using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Splitting;

/// <summary>
/// Finds where talk of one item turns into talk of the next when nobody announces it: the place after which the words are
/// more like the next item's than like the one before (by how much more often than usual each stem comes), and what the chair says
/// when an item is done.
/// </summary>
/// <param name="sentences">The whole meeting.</param>
/// <param name="titles">Of the items of the agenda.</param>
/// <param name="ends">Sentences in which the chair is done with an item.</param>
/// <param name="language">Of the meeting, for the stems.</param>
internal sealed class TopicBorder(IReadOnlyList<Sentence> sentences, IReadOnlyList<string> titles, IReadOnlySet<int> ends, string language)
{
    /// <summary>A word of the title says as much as the same word this often in the talk.</summary>
    private const int WeightOfTitle = 3;

    /// <summary>The first motion comes early in a debate: every turn before it must be clearly more like the item after.</summary>
    private const double CostOfTurn = 1;

    /// <summary>"Daar stemmen we straks over": what follows is another item, unless a dozen words say clearly that it is not.</summary>
    private const double WorthOfEnd = 15;

    /// <summary>Behind the end of an item the chair may still thank somebody.</summary>
    private const int ReachOfEnd = 10;

    /// <summary>As many words of the meeting as a whole go with what is known of an item (a Dirichlet prior): one word says little when few are known.</summary>
    private const double Prior = 100;

    /// <summary>In a short meeting one for every so many words.</summary>
    private const double WordsPerPrior = 10;

    private readonly Dictionary<int, HashSet<string>> _stems = [];
    private Words? _meeting;

    /// <param name="before">The item before, with the first and last sentence that are known to be about it.</param>
    /// <param name="after">The item after, with the first and last sentence that are known to be about it.</param>
    /// <returns>Index of the first sentence of the item after: after the last known one of the item before, and not after its own first.</returns>
    public int Between((int Item, int First, int Last) before, (int Item, int First, int Last) after)
    {
        if (after.First - before.Last <= 1)
            return after.First;
        var left = Profile(before);
        var right = Profile(after);
        var (sum, best, border) = (0.0, double.NegativeInfinity, after.First);
        for (var i = after.First; i > before.Last; i--)
        {
            sum += Stems(i).Sum(stem => Gain(right, stem) - Gain(left, stem));
            if (!BeginsTurn(i))
                continue;
            var score = sum + (AfterEnd(i) ? WorthOfEnd : 0);
            if (score > best)
                (best, border) = (score, i);
            sum -= CostOfTurn;
        }
        return border;
    }

    /// <summary>A new item begins with somebody's turn, where it is known whose turn it is.</summary>
    private bool BeginsTurn(int sentence) =>
        sentence == 0 || sentences[sentence].Speaker is null || sentences[sentence].Speaker != sentences[sentence - 1].Speaker;

    /// <summary>The turn before it ended an item.</summary>
    private bool AfterEnd(int sentence)
    {
        for (var i = sentence - 1; i >= 0 && sentence - i <= ReachOfEnd && sentences[i].Speaker == sentences[sentence - 1].Speaker; i--)
        {
            if (ends.Contains(i))
                return true;
        }
        return false;
    }

    /// <summary>
    /// How much a word speaks for an item: the logarithm of how many times more often it comes in what is known of the item
    /// than in the whole meeting. A word that is not known of it speaks against nothing, for little may be known.
    /// </summary>
    private double Gain(Words known, string stem)
    {
        _meeting ??= Count(Enumerable.Range(0, sentences.Count), null);
        var usual = (_meeting.Count(stem) + 1) / (_meeting.Size + 1);
        var prior = Math.Min(Prior, _meeting.Size / WordsPerPrior);
        var ratio = (known.Count(stem) / usual + prior) / (known.Size + prior);
        return ratio > 1 ? Math.Log(ratio) : 0;
    }

    private Words Profile((int Item, int First, int Last) known) =>
        Count(Enumerable.Range(known.First, known.Last - known.First + 1), titles[known.Item]);

    private Words Count(IEnumerable<int> talk, string? title)
    {
        var counts = new Dictionary<string, double>();
        foreach (var stem in talk.SelectMany(Stems))
            counts[stem] = counts.GetValueOrDefault(stem) + 1;
        foreach (var stem in title is null ? [] : StopWords.ContentStems(Tokens.Of(title), language).Select(word => word.Stem).Distinct())
            counts[stem] = counts.GetValueOrDefault(stem) + WeightOfTitle;
        return new Words(counts, counts.Values.Sum());
    }

    private HashSet<string> Stems(int sentence) => _stems.TryGetValue(sentence, out var known)
        ? known
        : _stems[sentence] = [.. StopWords.ContentStems(sentences[sentence].Tokens, language).Select(word => word.Stem)];

    private sealed record Words(Dictionary<string, double> Counts, double Size)
    {
        public double Count(string stem) => Counts.GetValueOrDefault(stem);
    }
}

using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Splitting;

/// <summary>
/// Items that are debated together are voted on one after the other, each with "dan het voorstel" and no number: a second
/// proposal under the same item is that of the next one on the agenda, if nothing else is known of where that was treated.
/// </summary>
internal sealed class JointProposals(IReadOnlyList<Sentence> sentences, CueBook cues, Func<Sentence, bool> byChair)
{
    private static readonly HashSet<Outcome> Voted = [Outcome.Adopted, Outcome.AdoptedAmended, Outcome.Rejected];

    private static readonly HashSet<string> Proposals = ["voorstel", "raadsvoorstel", "initiatiefvoorstel", "collegevoorstel", "proposal"];

    /// <param name="beginnings">First sentence and item of every stretch, in order.</param>
    /// <param name="items">Number of items on the agenda.</param>
    /// <returns>The same, with those of the items that were voted on together.</returns>
    public IReadOnlyList<(int Sentence, int Item)> Add(IReadOnlyList<(int Sentence, int Item)> beginnings, int items)
    {
        var treated = beginnings.Select(beginning => beginning.Item).ToHashSet();
        var all = new List<(int Sentence, int Item)>();
        for (var i = 0; i < beginnings.Count; i++)
        {
            all.Add(beginnings[i]);
            var (item, previous) = (beginnings[i].Item, -1);
            for (var at = beginnings[i].Sentence; at < (i + 1 < beginnings.Count ? beginnings[i + 1].Sentence : sentences.Count); at++)
            {
                if (!IsResult(sentences[at]))
                    continue;
                // Right behind the result before: what stands between them announces this one.
                if (previous >= 0 && at - previous > 1 && IsAnnounced(previous + 1, at) && item + 1 < items && treated.Add(item + 1))
                    all.Add((previous + 1, ++item));
                previous = at;
            }
        }
        return all;
    }

    private bool IsAnnounced(int from, int to)
    {
        var between = Enumerable.Range(from, to - from).Select(i => sentences[i]).ToList();
        return between.Any(sentence => byChair(sentence) && sentence.Tokens.Any(token => Proposals.Contains(token.Norm)))
            && !between.Any(sentence => sentence.Tokens.Any(token => MotionNumber.Kind(token) is not null));
    }

    /// <summary>The chair tells how a vote on a proposal ended, with its numbers.</summary>
    private bool IsResult(Sentence sentence) =>
        byChair(sentence)
        && OutcomeCues.Find(cues, sentence) is [var only] && Voted.Contains(only.Outcome)
        && sentence.Tokens.Any(token => Proposals.Contains(token.Norm)) && !sentence.Tokens.Any(token => MotionNumber.Kind(token) is not null)
        && VoteCues.In(cues, sentence.Tokens, sentence.Language, []) is { IsEmpty: false };
}

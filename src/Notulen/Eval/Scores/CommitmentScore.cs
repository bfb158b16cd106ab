using Notulen.App.Eval.Formats;

namespace Notulen.App.Eval.Scores;

/// <summary>How well new commitments were told from earlier ones and from plain words.</summary>
/// <param name="New">Commitments made, confirmed or repeated now.</param>
/// <param name="AllLabels">Cases with exactly the right label.</param>
internal sealed record CommitmentScore(Hits New, Share AllLabels)
{
    public static CommitmentScore Of(IReadOnlyList<CommitmentCase> cases, IReadOnlyDictionary<string, string> labels)
    {
        var scored = cases.Where(one => one.Label != CommitmentCase.Ambiguous).ToList();
        bool SaidNew(CommitmentCase one) => labels.GetValueOrDefault(one.Id) == CommitmentCase.New;
        return new CommitmentScore(
            new Hits(
                scored.Count(one => SaidNew(one) && one.Label == CommitmentCase.New),
                scored.Count(SaidNew),
                scored.Count(one => one.Label == CommitmentCase.New)),
            Share.Count(scored, one => labels.GetValueOrDefault(one.Id) == one.Label));
    }
}

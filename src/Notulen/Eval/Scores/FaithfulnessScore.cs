using Notulen.App.Eval.Formats;

namespace Notulen.App.Eval.Scores;

/// <summary>How well true statements were told from false ones.</summary>
/// <param name="Supported">True statements that were let through.</param>
/// <param name="Unsupported">False statements that were caught.</param>
/// <param name="ErrorTypes">The same per kind of error, by name.</param>
/// <param name="Pairs">Pairs of twins of which both were judged right.</param>
internal sealed record FaithfulnessScore(Share Supported, Share Unsupported, IReadOnlyList<(string Type, Share Caught)> ErrorTypes, Share Pairs)
{
    /// <summary>The mean of both shares: guessing gives a half.</summary>
    public double BalancedAccuracy => (Supported.Value + Unsupported.Value) / 2;

    public static FaithfulnessScore Of(IReadOnlyList<FaithfulnessCase> cases, IReadOnlyDictionary<string, string> labels)
    {
        bool Right(FaithfulnessCase one) => labels.TryGetValue(one.Id, out var label) && label == one.Label;
        Share Labelled(string label) => Share.Count([.. cases.Where(one => one.Label == label)], Right);

        var types = cases.Where(one => !string.IsNullOrEmpty(one.ErrorType)).GroupBy(one => one.ErrorType!)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, Share.Count([.. group], Right)));
        var pairs = cases.GroupBy(one => one.Pair ?? one.Id).ToList();
        return new FaithfulnessScore(
            Labelled(FaithfulnessCase.Supported), Labelled(FaithfulnessCase.Unsupported), [.. types], Share.Count(pairs, pair => pair.All(Right)));
    }
}

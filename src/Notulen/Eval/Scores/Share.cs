namespace Notulen.App.Eval.Scores;

/// <param name="Right">How many are right.</param>
/// <param name="Of">How many there are.</param>
internal readonly record struct Share(int Right, int Of)
{
    public double Value => Of == 0 ? 0 : (double)Right / Of;

    public static Share operator +(Share left, Share right) => new(left.Right + right.Right, left.Of + right.Of);

    /// <summary>How many of a list pass.</summary>
    public static Share Count<T>(IReadOnlyCollection<T> all, Func<T, bool> right) => new(all.Count(right), all.Count);
}

namespace Notulen.App.Eval.Scores;

/// <summary>How many things were found: precision, recall and their harmonic mean.</summary>
/// <param name="Right">Said and true.</param>
/// <param name="Said">Said.</param>
/// <param name="Wanted">True.</param>
internal readonly record struct Hits(int Right, int Said, int Wanted)
{
    public double Precision => Said == 0 ? 0 : (double)Right / Said;

    public double Recall => Wanted == 0 ? 0 : (double)Right / Wanted;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Hits operator +(Hits left, Hits right) => new(left.Right + right.Right, left.Said + right.Said, left.Wanted + right.Wanted);
}

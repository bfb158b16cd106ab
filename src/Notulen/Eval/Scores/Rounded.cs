namespace Notulen.App.Eval.Scores;

/// <summary>Figures have four decimals, halves to the even side as Python rounds.</summary>
internal static class Rounded
{
    private const int Decimals = 4;

    public static double Of(double value) => (double)Math.Round((decimal)value, Decimals, MidpointRounding.ToEven);
}

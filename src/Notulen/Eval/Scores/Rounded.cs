using System.Globalization;

namespace Notulen.App.Eval.Scores;

/// <summary>Figures have four decimals, halves to the even side as Python rounds.</summary>
internal static class Rounded
{
    private const int Decimals = 4;

    public static double Of(double value)
    {
        // By all its digits: what is a hair above a half is no half.
        var exact = decimal.Parse(value.ToString("F28", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return (double)Math.Round(exact, Decimals, MidpointRounding.ToEven);
    }
}

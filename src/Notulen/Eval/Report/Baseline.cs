namespace Notulen.App.Eval.Report;

/// <summary>Holds a result against an earlier one.</summary>
internal static class Baseline
{
    /// <summary>
    /// How far a figure may be worse: half a percentage point. Without a language model the same input gives the same
    /// figures, so that this only leaves room for a trade of one case against another in a large set.
    /// </summary>
    public const double Margin = 0.005;

    // Figures have four decimals; without this, a fall of exactly the margin would depend on how a double is stored.
    private const double Dust = 0.00001;

    /// <summary>The figures that are worse by more than the margin, with what they were. A figure that is new, or was not measured now, is left out.</summary>
    public static IReadOnlyList<(Figure Now, double Before)> Fallen(IReadOnlyList<Figure> now, ScoresFile before) =>
    [
        .. now.Where(figure => before.Figures.TryGetValue(figure.Name, out var earlier) && Loss(figure, earlier) > Margin + Dust)
            .Select(figure => (figure, before.Figures[figure.Name])),
    ];

    private static double Loss(Figure figure, double before) => figure.Better switch
    {
        Direction.Higher => before - figure.Value,
        Direction.Lower => figure.Value - before,
        _ => 0,
    };
}

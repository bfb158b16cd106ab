namespace Notulen.App.Eval.Report;

/// <summary>One number of the result.</summary>
/// <param name="Set">The set that it is about ("denhaag", "faithfulness.nl"), or one meeting of it ("denhaag/2025-01-23").</param>
/// <param name="Measure">What is measured ("boundaries"); its label for people is the text "eval.MEASURE".</param>
/// <param name="Aspect">Which number of it ("F1", "P", "Pk"); a word of the field, the same in every language.</param>
/// <param name="Value">A share from 0 to 1, or a count.</param>
/// <param name="Better">Which way it is better.</param>
internal sealed record Figure(string Set, string Measure, string Aspect, double Value, Direction Better = Direction.None)
{
    /// <summary>Its name in <c>scores.json</c>.</summary>
    public string Name => $"{Set} {Measure} {Aspect}";

    /// <summary>True for a count, which has no decimals.</summary>
    public bool IsCount { get; init; }
}

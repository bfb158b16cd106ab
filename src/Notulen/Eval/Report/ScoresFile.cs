namespace Notulen.App.Eval.Report;

/// <summary>The result of a run: <c>PREDS/scores.json</c>, and what <c>--baseline</c> reads.</summary>
internal sealed record ScoresFile
{
    public const string Name = "scores.json";

    /// <summary>Language model that was used; null for none.</summary>
    public string? LanguageModel { get; init; }

    /// <summary>Every figure by its name: set, measure and aspect.</summary>
    public required IReadOnlyDictionary<string, double> Figures { get; init; }

    public static ScoresFile Of(IReadOnlyList<Figure> figures, string? languageModel) =>
        new() { LanguageModel = languageModel, Figures = figures.ToDictionary(figure => figure.Name, figure => figure.Value) };
}

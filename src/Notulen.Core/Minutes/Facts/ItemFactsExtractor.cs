using Notulen.Core.Minutes.Checks;
using Notulen.Core.Minutes.Model;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Finds the facts of one agenda item: fixed phrases, then the language model, then the check of everything.</summary>
public static class ItemFactsExtractor
{
    /// <param name="item">The item with its segments.</param>
    /// <param name="model">Null to do without.</param>
    /// <param name="cancellationToken">Stops the work; nothing is kept.</param>
    /// <exception cref="Problems.NotulenException">The engine failed for good.</exception>
    public static async Task<ItemFacts> ExtractAsync(ItemInput item, LanguageModel? model, CancellationToken cancellationToken)
    {
        if (item.Segments.Count == 0)
            return new ItemFacts();
        var scene = new ItemScene(item);
        var cues = CueFacts.Find(scene);
        var answer = model is null ? new ModelResult([], 0, 0, TokenUse.None) : await ModelFacts.FindAsync(item, model, cancellationToken);
        var check = new StatementCheck(item);
        IReadOnlyList<Statement> points = [.. answer.Points.Select(check.Apply)];
        var tokens = answer.Tokens;
        if (model is not null && item.SecondOpinion)
        {
            (points, var asked) = await SecondOpinion.AskAsync(item, model, points, cancellationToken);
            tokens += asked;
        }
        // What already stands under decisions, actions and so on need not be quoted once more.
        var procedure = ProcedureCues.Find(scene);
        var taken = new Statement[][] { [.. cues.Decisions], [.. cues.Motions], [.. cues.Actions], [.. cues.Commitments], [.. procedure] }
            .SelectMany(statements => statements).SelectMany(statement => statement.Evidence).ToHashSet();
        return new ItemFacts
        {
            ModelPoints = points,
            Quotations = [.. SentencePicker.Pick(scene, taken).Select(check.Apply)],
            Procedure = [.. procedure.Select(check.Vouch)],
            Decisions = [.. cues.Decisions.Select(check.Apply)],
            Motions = [.. cues.Motions.Select(check.Apply)],
            Actions = [.. cues.Actions.Select(check.Apply)],
            Commitments = [.. cues.Commitments.Select(check.Apply)],
            Prompt = model is null ? null : Prompt.Version,
            PartsGivenUp = answer.PartsGivenUp,
            Tokens = tokens,
        };
    }
}

namespace Notulen.App.Eval.Formats;

/// <summary>What was said of one case: a line of <c>PREDS/SET.jsonl</c>.</summary>
/// <param name="Id">Id of the case.</param>
/// <param name="Label">One of the labels of the set.</param>
/// <param name="Reason">Why, for people who look for the cause of a miss; null when there is nothing to say.</param>
internal sealed record LabelLine(string Id, string Label, string? Reason = null);

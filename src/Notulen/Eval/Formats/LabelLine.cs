namespace Notulen.App.Eval.Formats;

/// <summary>What was said of one case: a line of <c>PREDS/SET.jsonl</c>.</summary>
/// <param name="Id">Id of the case.</param>
/// <param name="Label">One of the labels of the set.</param>
internal sealed record LabelLine(string Id, string Label);

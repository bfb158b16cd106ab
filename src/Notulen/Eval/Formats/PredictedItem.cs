namespace Notulen.App.Eval.Formats;

/// <param name="Number">Number on the agenda; null for an item that only the recording knows.</param>
/// <param name="StartTurn">Turn at which it begins; null when it was not spoken about.</param>
internal sealed record PredictedItem(string? Number, int? StartTurn);

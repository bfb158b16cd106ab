namespace Notulen.App.Eval.Formats;

/// <summary>A line of a set in which every case has a label.</summary>
internal interface ILabelled
{
    string Id { get; }

    string Label { get; }
}

namespace Notulen.App.Eval.Report;

/// <summary>Which way a figure is better.</summary>
public enum Direction
{
    /// <summary>Neither: time, tokens, counts, and parts of a figure that is compared itself.</summary>
    None,
    Higher,
    Lower,
}

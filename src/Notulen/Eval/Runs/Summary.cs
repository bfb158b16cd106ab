using Notulen.Core.Minutes;

namespace Notulen.App.Eval.Runs;

/// <summary>Minutes as a plain text to hold against a summary.</summary>
internal static class Summary
{
    /// <summary>Every statement that its evidence bears out, one a line: what does not stand as fact in the minutes is no part of them.</summary>
    public static string Of(MinutesDocument minutes) => string.Join(
        '\n', minutes.Items.SelectMany(item => item.Statements).Where(statement => statement.Support == Support.Supported).Select(statement => statement.Text));
}

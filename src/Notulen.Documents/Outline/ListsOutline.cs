using Notulen.Core.Minutes;

namespace Notulen.Documents.Outline;

/// <summary>The lists that a clerk works with after the meeting; a list without entries is left out.</summary>
internal static class ListsOutline
{
    /// <summary>The column with the sentences.</summary>
    private const int Widest = 1;

    public static IEnumerable<Block> Of(MinutesDocument minutes, DocumentTexts texts, Times times)
    {
        var decisions = Rows<Decision>(minutes, item => [.. item.Decisions.Where(decision => !ItemOutline.ToldByMotion(decision, item))], (decision, item) =>
            [ItemOutline.Heading(item), PlainText.Clean(decision.Text), Ended(texts.Outcome(decision.Outcome, decision.Text), texts.Votes(decision.VotesFor, decision.VotesAgainst, decision.Abstained)), times.Of(decision) ?? ""])
            .Concat(Rows<Motion>(minutes, item => [.. ItemOutline.Requests(item).Where(motion => motion.Outcome is not null)], (motion, item) =>
                [ItemOutline.Heading(item), Named(item, ItemOutline.MotionName(motion, texts), PlainText.Clean(motion.Text)), Ended(texts.Outcome(motion.Outcome!.Value, ""), texts.Votes(motion.VotesFor, motion.VotesAgainst)), times.Of(motion) ?? ""]))
            .OrderBy(row => row.Index).Select(row => row.Cells).ToList();
        foreach (var block in List("list.decisions", ["column.item", "column.decision", "column.outcome", "column.time"], [26, 36, 22, 16], decisions, texts))
            yield return block;

        var actions = Rows(minutes, item => item.Actions, (action, item) =>
            [PlainText.Clean(item.Number), ItemOutline.What(action), PlainText.Clean(action.Who), action.Due is { } due ? texts.ShortDate(due) : "", times.Of(action) ?? ""]);
        foreach (var block in List("list.actions", ["column.item", "column.what", "column.who", "column.due", "column.time"], [10, 36, 20, 18, 16], [.. actions.Select(row => row.Cells)], texts))
            yield return block;

        var commitments = Rows(minutes, item => item.Commitments, (commitment, item) =>
            [PlainText.Clean(item.Number), PlainText.Clean(commitment.Text), PlainText.Clean(commitment.Who), PlainText.Clean(commitment.To), times.Of(commitment) ?? ""]);
        foreach (var block in List("list.commitments", ["column.item", "column.commitment", "column.by", "column.to", "column.time"], [10, 38, 18, 18, 16], [.. commitments.Select(row => row.Cells)], texts))
            yield return block;
    }

    /// <summary>With the name of the motion, unless the item is called so or the text begins with it.</summary>
    private static string Named(MinutesItem item, string name, string text) =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase) || PlainText.Clean(item.Title).StartsWith(name, StringComparison.OrdinalIgnoreCase) ? text : $"{name}: {text}";

    private static string Ended(string outcome, string? votes) => votes is null ? outcome : outcome.Length == 0 ? votes : $"{outcome} ({votes})";

    private static IEnumerable<(int Index, IReadOnlyList<string> Cells)> Rows<T>(
        MinutesDocument minutes, Func<MinutesItem, IReadOnlyList<T>> statements, Func<T, MinutesItem, IReadOnlyList<string>> row) where T : Statement =>
        minutes.Items.SelectMany((item, index) => ItemOutline.Supported(statements(item)).Select(one => (index, row(one, item))));

    /// <summary>A list with the columns that somebody has a value for; the second column takes the room of the others.</summary>
    private static IEnumerable<Block> List(string heading, string[] columns, int[] widths, IReadOnlyList<IReadOnlyList<string>> rows, DocumentTexts texts)
    {
        if (rows.Count == 0)
            return [];
        var used = Enumerable.Range(0, columns.Length).Where(column => rows.Any(row => row[column].Length > 0)).ToList();
        widths[Widest] += 100 - used.Sum(column => widths[column]);
        return
        [
            new HeadingBlock(1, texts[heading], null),
            new TableBlock(texts[heading], [.. used.Select(column => texts[columns[column]])], [.. used.Select(column => widths[column])], [.. rows.Select(row => used.Select(column => row[column]).ToList())]),
        ];
    }
}

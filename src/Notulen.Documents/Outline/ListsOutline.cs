using Notulen.Core.Minutes;

namespace Notulen.Documents.Outline;

/// <summary>The lists that a clerk works with after the meeting; a list without entries is left out.</summary>
internal static class ListsOutline
{
    public static IEnumerable<Block> Of(MinutesDocument minutes, DocumentTexts texts, Times times)
    {
        var decisions = Rows(minutes, item => item.Decisions, (decision, number) =>
            [number, PlainText.Clean(decision.Text), Ended(texts.Outcome(decision.Outcome), texts.Votes(decision.VotesFor, decision.VotesAgainst, decision.Abstained)), times.Of(decision) ?? ""])
            .Concat(Rows(minutes, item => item.Motions, (motion, number) =>
                [number, $"{ItemOutline.MotionName(motion, texts)}: {PlainText.Clean(motion.Text)}", Ended(motion.Outcome is { } outcome ? texts.Outcome(outcome) : "", texts.Votes(motion.VotesFor, motion.VotesAgainst)), times.Of(motion) ?? ""]))
            .OrderBy(row => row.Index).Select(row => row.Cells).ToList();
        foreach (var block in List("list.decisions", ["column.item", "column.decision", "column.outcome", "column.time"], [10, 45, 29, 16], decisions, texts))
            yield return block;

        var actions = Rows(minutes, item => item.Actions, (action, number) =>
            [number, PlainText.Clean(action.What), PlainText.Clean(action.Who), action.Due is { } due ? texts.ShortDate(due) : "", times.Of(action) ?? ""]);
        foreach (var block in List("list.actions", ["column.item", "column.what", "column.who", "column.due", "column.time"], [10, 36, 20, 18, 16], [.. actions.Select(row => row.Cells)], texts))
            yield return block;

        var commitments = Rows(minutes, item => item.Commitments, (commitment, number) =>
            [number, PlainText.Clean(commitment.Text), PlainText.Clean(commitment.Who), PlainText.Clean(commitment.To), times.Of(commitment) ?? ""]);
        foreach (var block in List("list.commitments", ["column.item", "column.commitment", "column.by", "column.to", "column.time"], [10, 38, 18, 18, 16], [.. commitments.Select(row => row.Cells)], texts))
            yield return block;
    }

    private static string Ended(string outcome, string? votes) => votes is null ? outcome : outcome.Length == 0 ? votes : $"{outcome} ({votes})";

    private static IEnumerable<(int Index, IReadOnlyList<string> Cells)> Rows<T>(
        MinutesDocument minutes, Func<MinutesItem, IReadOnlyList<T>> statements, Func<T, string, IReadOnlyList<string>> row) where T : Statement =>
        minutes.Items.SelectMany((item, index) => ItemOutline.Supported(statements(item)).Select(one => (index, row(one, PlainText.Clean(item.Number)))));

    private static IEnumerable<Block> List(string heading, string[] columns, int[] widths, IReadOnlyList<IReadOnlyList<string>> rows, DocumentTexts texts) =>
        rows.Count == 0
            ? []
            : [new HeadingBlock(1, texts[heading], null), new TableBlock(texts[heading], [.. columns.Select(column => texts[column])], widths, rows)];
}

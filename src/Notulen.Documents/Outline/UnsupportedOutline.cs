using Notulen.Core.Minutes;

namespace Notulen.Documents.Outline;

/// <summary>What the models wrote but the recording does not bear out: apart, with the reason, for the clerk to judge.</summary>
internal static class UnsupportedOutline
{
    public static IEnumerable<Block> Of(MinutesDocument minutes, DocumentTexts texts, Times times)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var item in minutes.Items)
        {
            foreach (var statement in item.Statements.Where(statement => statement.Support == Support.Unsupported))
            {
                rows.Add(
                [
                    PlainText.Clean(item.Number),
                    PlainText.Clean(statement.Text),
                    MinutesOutline.Given(statement.Reason) ?? texts["unsupported.no-reason"],
                    times.Of(statement) ?? "",
                ]);
            }
        }

        if (rows.Count == 0)
            yield break;
        yield return new HeadingBlock(1, texts["heading.unsupported"], null);
        yield return new TextBlock(texts["unsupported.explanation"]);
        yield return new TableBlock(
            texts["heading.unsupported"],
            [texts["column.item"], texts["column.statement"], texts["column.reason"], texts["column.time"]],
            [10, 44, 30, 16],
            rows);
    }
}

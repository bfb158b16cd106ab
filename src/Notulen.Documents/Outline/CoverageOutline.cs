using Notulen.Core.Minutes;

namespace Notulen.Documents.Outline;

/// <summary>Who and which stretches of the recording the minutes of an item pass over, for the clerk to listen to.</summary>
internal static class CoverageOutline
{
    public static IEnumerable<Block> Of(MinutesDocument minutes, DocumentTexts texts)
    {
        var rows = minutes.Items.SelectMany(item => Rows(item, texts)).ToList();
        if (rows.Count == 0)
            yield break;
        yield return new HeadingBlock(1, texts["heading.coverage"], null);
        yield return new TextBlock(texts["coverage.explanation"]);
        yield return new TableBlock(
            texts["heading.coverage"],
            [texts["column.item"], texts["column.missing"], texts["column.length"], texts["column.time"]],
            [10, 52, 22, 16],
            rows);
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(MinutesItem item, DocumentTexts texts)
    {
        if (item.Coverage is not { } coverage)
            yield break;
        var number = PlainText.Clean(item.Number) is { Length: > 0 } known ? known : PlainText.Clean(item.Title);
        foreach (var speaker in coverage.Speakers)
        {
            var name = PlainText.Clean(speaker.Name);
            var alone = speaker.Party is { } party && coverage.Parties.Contains(party, StringComparer.OrdinalIgnoreCase);
            var who = MinutesOutline.Given(speaker.Party) is { } given
                ? texts[alone ? "coverage.speaker-party" : "coverage.speaker-of", name, given]
                : texts["coverage.speaker", name];
            yield return [number, who, texts.Duration(speaker.Seconds), Times.Print(speaker.At) ?? ""];
        }
        foreach (var stretch in coverage.Stretches)
            yield return [number, texts["coverage.stretch"], texts.Duration(stretch.End - stretch.Start), Times.Print(stretch.Start) ?? ""];
    }
}

using System.Text;
using System.Text.RegularExpressions;
using Notulen.Documents.Outline;

namespace Notulen.Documents.Markdown;

/// <summary>Minutes as Markdown (CommonMark with tables).</summary>
public sealed partial class MarkdownWriter : IResultWriter
{
    /// <summary>For programs; the term is from https://cv.iptc.org/newscodes/digitalsourcetype/.</summary>
    private const string Marking = "<!-- ai-generated: true; digital-source-type: trainedAlgorithmicMedia -->";

    public string Extension => ".minutes.md";

    public string MediaType => "text/markdown";

    public async Task WriteAsync(MeetingResult result, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), 65_536, leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync(Marking);
        Block? before = null;
        foreach (var block in MinutesOutline.Of(result))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!SameList(before, block))
                await writer.WriteLineAsync();
            await writer.WriteLineAsync(Write(block));
            before = block;
        }

        await writer.FlushAsync(cancellationToken);
    }

    /// <summary>The lines of a list belong together; between all other blocks stands an empty line.</summary>
    private static bool SameList(Block? before, Block block) => (before, block) is (FactBlock or PointBlock, FactBlock or PointBlock);

    private static string Write(Block block) => block switch
    {
        TitleBlock title => "# " + MarkdownText.Escape(title.Title) + (title.Subtitle is null ? "" : "\n\n" + MarkdownText.EscapeLine(title.Subtitle)),
        NoticeBlock notice => $"> **{MarkdownText.Escape(notice.Text)}**",
        FactBlock fact => $"- **{MarkdownText.Escape(fact.Name)}:** {MarkdownText.Escape(fact.Value)}",
        HeadingBlock heading => new string('#', heading.Level + 1) + " " + MarkdownText.Escape(heading.Text) + At(heading.Time),
        TextBlock text => MarkdownText.EscapeLine(text.Text),
        PointBlock point => "- " + (point.Lead is null ? MarkdownText.EscapeLine(point.Text) : $"**{MarkdownText.Escape(point.Lead)}:** {MarkdownText.Escape(point.Text)}") + At(point.Time),
        DecisionBlock decision => Decision(decision),
        TableBlock table => Table(table),
        _ => throw new InvalidOperationException($"Markdown has no form for {block.GetType().Name}."),
    };

    private static string Decision(DecisionBlock decision)
    {
        var lines = new List<string> { $"> **{MarkdownText.Escape(decision.Lead)}**", ">", "> " + MarkdownText.EscapeLine(decision.Text) + At(decision.Time) };
        foreach (var detail in decision.Details)
            lines.AddRange([">", "> " + MarkdownText.EscapeLine(detail)]);
        return string.Join('\n', lines);
    }

    private static string Table(TableBlock table)
    {
        var lines = new List<string> { Row(table.Header), Row(table.Header.Select(_ => "---"), escape: false) };
        lines.AddRange(table.Rows.Select(row => Row(row)));
        return string.Join('\n', lines);
    }

    private static string Row(IEnumerable<string> cells, bool escape = true) =>
        "| " + string.Join(" | ", cells.Select(cell => escape ? Cell(cell) : cell)) + " |";

    /// <summary>Times keep their brackets; all others are escaped.</summary>
    private static string Cell(string text) => EscapedTime().Replace(MarkdownText.Escape(text), "[$1]");

    [GeneratedRegex(@"\\\[(\d{2,}:\d\d:\d\d)\\\]")]
    private static partial Regex EscapedTime();

    private static string At(string? time) => time is null ? "" : " " + time;
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Notulen.Documents.Outline;

namespace Notulen.Documents.Word;

/// <summary>The blocks of an outline as paragraphs and tables. What they look like is in <see cref="WordStyles"/> alone.</summary>
internal static class WordBlocks
{
    public static IEnumerable<OpenXmlElement> Of(Block block)
    {
        switch (block)
        {
            case TitleBlock title:
                yield return Paragraph(WordStyles.Title, Run(title.Title));
                if (title.Subtitle is { } subtitle)
                    yield return Paragraph(WordStyles.Subtitle, Run(subtitle));
                break;

            case NoticeBlock notice:
                yield return Paragraph(WordStyles.Notice, Run(notice.Text));
                break;

            case FactBlock fact:
                yield return Paragraph(WordStyles.Fact, Run(fact.Name, WordStyles.Strong), Tab(), Run(fact.Value));
                break;

            case HeadingBlock heading:
                yield return Paragraph(heading.Level == 1 ? WordStyles.Heading1 : WordStyles.Heading2, [Run(heading.Text), .. At(heading.Time)]);
                break;

            case TextBlock text:
                yield return Paragraph(WordStyles.BodyText, Run(text.Text));
                break;

            case PointBlock point:
                yield return Paragraph(WordStyles.ListBullet, [.. Lead(point.Lead), Run(point.Text), .. At(point.Time)]);
                break;

            case DecisionBlock decision:
                yield return Paragraph(WordStyles.DecisionLead, Run(decision.Lead));
                yield return Paragraph(WordStyles.Decision, [Run(decision.Text), .. At(decision.Time)]);
                foreach (var detail in decision.Details)
                    yield return Paragraph(WordStyles.Decision, Run(detail));
                break;

            case TableBlock table:
                yield return WordTables.Of(table);
                break;

            default:
                throw new InvalidOperationException($"Word has no form for {block.GetType().Name}.");
        }
    }

    public static Paragraph Paragraph(string style, params IEnumerable<Run> runs)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        foreach (var run in runs)
            paragraph.Append(run);
        return paragraph;
    }

    /// <param name="text">Clean already: XML cannot hold every character.</param>
    /// <param name="style">A character style; null for the paragraph's own looks.</param>
    public static Run Run(string text, string? style = null)
    {
        var run = new Run();
        if (style is not null)
            run.Append(new RunProperties(new RunStyle { Val = style }));
        run.Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    /// <summary>A time reference, held to the last word so that it does not stand alone on a line.</summary>
    private static IEnumerable<Run> At(string? time) => time is null ? [] : [Run("\u00A0"), Run(time, WordStyles.TimeReference)];

    private static IEnumerable<Run> Lead(string? lead) => lead is null ? [] : [Run(lead + ":", WordStyles.Strong), Run(" ")];

    private static Run Tab() => new(new TabChar());
}

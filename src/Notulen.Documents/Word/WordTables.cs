using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Notulen.Documents.Outline;

namespace Notulen.Documents.Word;

/// <summary>Tables of the whole text width with a marked header row that is repeated on every page.</summary>
internal static class WordTables
{
    public static Table Of(TableBlock table)
    {
        var widths = table.Widths.Select(percent => WordPage.TextWidth * percent / 100).ToList();
        widths[^1] += WordPage.TextWidth - widths.Sum();
        var result = new Table(
            new TableProperties(
                new TableStyle { Val = WordStyles.Table },
                new TableWidth { Width = Number(WordPage.TextWidth), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0420", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = false, NoVerticalBand = true },
                new TableCaption { Val = table.Name },
                new TableDescription { Val = string.Join(", ", table.Header) }),
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })));
        result.Append(Row(table.Header, widths, header: true));
        foreach (var row in table.Rows)
            result.Append(Row(row, widths, header: false));
        return result;
    }

    private static TableRow Row(IReadOnlyList<string> cells, List<int> widths, bool header)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (header)
            properties.Append(new TableHeader());
        var row = new TableRow(properties);
        for (var i = 0; i < widths.Count; i++)
        {
            row.Append(new TableCell(
                new TableCellProperties(new TableCellWidth { Width = Number(widths[i]), Type = TableWidthUnitValues.Dxa }),
                WordBlocks.Paragraph(header ? WordStyles.TableHeader : WordStyles.TableText, WordBlocks.Run(cells[i]))));
        }

        return row;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Notulen.Documents.Word;

/// <summary>The definition behind the list style, so that bullets are a list for screen readers too.</summary>
internal static class WordNumbering
{
    public const int Bullets = 1;

    public static void Add(MainDocumentPart main)
    {
        var level = new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = NumberFormatValues.Bullet },
            new ParagraphStyleIdInLevel { Val = WordStyles.ListBullet },
            new LevelText { Val = "•" },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "357", Hanging = "357" }))
        {
            LevelIndex = 0,
        };
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
            new AbstractNum(new MultiLevelType { Val = MultiLevelValues.SingleLevel }, level) { AbstractNumberId = 0 },
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Bullets });
    }
}

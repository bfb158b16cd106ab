using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Notulen.Documents.Word;

/// <summary>How Word treats the document: as its present self, in the language of the minutes.</summary>
internal static class WordSettings
{
    public static void Add(MainDocumentPart main, string language) =>
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
            new Zoom { Percent = "100" },
            new DefaultTabStop { Val = 709 },
            new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
            new Compatibility(new CompatibilitySetting
            {
                // Without it Word opens the document in the compatibility mode of 2007.
                Name = CompatSettingNameValues.CompatibilityMode,
                Uri = "http://schemas.microsoft.com/office/word",
                Val = "15",
            }),
            new ThemeFontLanguages { Val = language },
            new DecimalSymbol { Val = "," },
            new ListSeparator { Val = ";" });
}

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Notulen.Documents.Word;

/// <summary>
/// The styles, by the ids that Word itself uses where it has them: a heading is a heading for navigation, screen
/// readers and a clerk's own template. Their looks are in <c>Styles.xml</c> beside this file.
/// </summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Heading1 = "Heading1";
    public const string Heading2 = "Heading2";
    public const string BodyText = "BodyText";
    public const string ListBullet = "ListBullet";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Strong = "Strong";

    /// <summary>Ours: the AI label in the text.</summary>
    public const string Notice = "NotulenNotice";

    /// <summary>Ours: a named value, with a tab between name and value.</summary>
    public const string Fact = "NotulenFact";
    public const string DecisionLead = "NotulenDecisionLead";
    public const string Decision = "NotulenDecision";
    public const string TimeReference = "NotulenTime";
    public const string Table = "NotulenTable";
    public const string TableHeader = "NotulenTableHeader";
    public const string TableText = "NotulenTableText";

    /// <param name="main">Gets the styles.</param>
    /// <param name="language">Of the proofing tools and of screen readers ("nl-NL").</param>
    public static void Add(MainDocumentPart main, string language)
    {
        using var resource = typeof(WordStyles).Assembly.GetManifestResourceStream("Notulen.Documents.Word.Styles.xml")!;
        using var reader = new StreamReader(resource);
        var part = main.AddNewPart<StyleDefinitionsPart>();
        part.Styles = new Styles(reader.ReadToEnd().Replace("{language}", language));
    }
}

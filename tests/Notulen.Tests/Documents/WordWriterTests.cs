using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Notulen.Core.Minutes;
using Notulen.Documents;
using Notulen.Documents.Word;
using Xunit;

namespace Notulen.Tests.Documents;

public class WordWriterTests
{
    [Theory]
    [InlineData(FileFormatVersions.Office2016)]
    [InlineData(FileFormatVersions.Office2019)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public async Task The_document_is_valid_in_both_languages(FileFormatVersions version)
    {
        foreach (var result in new[] { ExampleMeeting.Dutch(), ExampleMeeting.English() })
        {
            using var document = await OpenAsync(result);
            var errors = new OpenXmlValidator(version).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}");
            Assert.Empty(errors);
        }
    }

    [Fact]
    public async Task Headings_lists_quotations_and_tables_have_real_styles()
    {
        using var document = await OpenAsync(ExampleMeeting.Dutch());
        var styles = Paragraphs(document).ToLookup(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!);

        Assert.Equal("Vergadering commissie Ruimte", Assert.Single(styles["Title"]).InnerText);
        Assert.Contains(styles["Heading1"], heading => heading.InnerText == "Besluitenlijst");
        Assert.Contains(styles["Heading2"], heading => heading.InnerText.StartsWith("3. Renovatie speeltuin Molenweg", StringComparison.Ordinal));
        Assert.Contains(styles["ListBullet"], point => point.InnerText.Contains("182.000 euro", StringComparison.Ordinal));
        Assert.Contains(styles["ListBullet"], quote => quote.InnerText.StartsWith("Marieke de Graaf: “Ik vind tien bomen", StringComparison.Ordinal));

        var defined = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId!.Value!).ToHashSet();
        Assert.Subset(defined, styles.Select(style => style.Key).ToHashSet());
        Assert.Subset(defined, document.MainDocumentPart.Document!.Descendants<RunStyle>().Select(style => style.Val!.Value!).ToHashSet());
    }

    [Fact]
    public async Task Every_table_has_a_name_and_a_header_row_that_is_repeated()
    {
        using var document = await OpenAsync(ExampleMeeting.English());
        var tables = document.MainDocumentPart!.Document!.Descendants<Table>().ToList();
        Assert.Equal(5, tables.Count);
        foreach (var table in tables)
        {
            Assert.NotEmpty(table.GetFirstChild<TableProperties>()!.GetFirstChild<TableCaption>()!.Val!.Value!);
            Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.All(table.Elements<TableRow>().Skip(1), row => Assert.Null(row.TableRowProperties!.GetFirstChild<TableHeader>()));
        }
    }

    [Fact]
    public async Task No_empty_paragraph_is_used_for_space()
    {
        using var document = await OpenAsync(ExampleMeeting.Dutch());
        var body = Paragraphs(document).Where(paragraph => paragraph.Ancestors<TableCell>().FirstOrDefault() is null);
        Assert.All(body, paragraph => Assert.NotEqual("", paragraph.InnerText.Trim()));
    }

    [Theory]
    [InlineData("nl", "nl-NL", "Pagina ")]
    [InlineData("en", "en-GB", "Page ")]
    public async Task Language_label_and_page_numbers_are_where_a_machine_and_a_reader_look(string language, string culture, string page)
    {
        var result = language == "nl" ? ExampleMeeting.Dutch(demonstration: false) : ExampleMeeting.English();
        using var document = await OpenAsync(result);
        var main = document.MainDocumentPart!;

        Assert.Equal(culture, document.PackageProperties.Language);
        Assert.Equal(culture, main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val!.Value);
        Assert.Equal("Vergadering commissie Ruimte", document.PackageProperties.Title);
        Assert.Contains("AI", document.PackageProperties.Keywords!, StringComparison.Ordinal);
        var marks = document.CustomFilePropertiesPart!.Properties!.Elements<CustomDocumentProperty>().ToDictionary(mark => mark.Name!.Value!, mark => mark.InnerText);
        Assert.Equal("true", marks["AiGenerated"]);
        Assert.EndsWith("/trainedAlgorithmicMedia", marks["DigitalSourceType"], StringComparison.Ordinal);
        Assert.Equal(result.Minutes.Provenance.Label, Assert.Single(main.HeaderParts).Header!.InnerText);
        var footer = Assert.Single(main.FooterParts).Footer!;
        Assert.Contains(page, footer.InnerText, StringComparison.Ordinal);
        Assert.Equal(["PAGE", "NUMPAGES"], footer.Descendants<SimpleField>().Select(field => field.Instruction!.Value!));
    }

    [Fact]
    public async Task A_demonstration_model_is_named_as_such_on_every_page()
    {
        using var document = await OpenAsync(ExampleMeeting.Dutch());
        Assert.Contains("demonstratiemodel", Assert.Single(document.MainDocumentPart!.HeaderParts).Header!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Characters_that_XML_cannot_hold_are_left_out_and_the_rest_stays()
    {
        var result = ExampleMeeting.Dutch();
        var point = new Statement { Text = "Een\u0000 kapot\u000B teken\uFFFE, een half \uD83D en een heel \U0001F642 <b>&amp;</b>.", At = 3 };
        result = result with { Minutes = result.Minutes with { Items = [new MinutesItem { Title = "Proef\u0001", Points = [point] }] } };
        using var document = await OpenAsync(result);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken));
        Assert.Contains("Een kapot teken, een half en een heel \U0001F642 <b>&amp;</b>.", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_only_takes_bytes_gets_the_whole_document()
    {
        using var bytes = new MemoryStream();
        await new WordWriter().WriteAsync(ExampleMeeting.Dutch(), new ForwardOnly(bytes), TestContext.Current.CancellationToken);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes.ToArray()), false);
        Assert.NotEmpty(document.MainDocumentPart!.Document!.InnerText);
    }

    [Fact]
    public async Task LibreOffice_shows_all_of_the_document_with_its_headings_and_tables()
    {
        Readers.Require("soffice");
        Readers.Require("pdftotext");
        var folder = Directory.CreateTempSubdirectory("notulen-word-");
        try
        {
            var files = await new ResultFiles([new WordWriter()]).WriteAsync(ExampleMeeting.Dutch(), folder.FullName, "commissie", TestContext.Current.CancellationToken);
            await Readers.RunAsync(
                "soffice", folder.FullName, "--headless", $"-env:UserInstallation=file://{folder.FullName}/profile",
                "--convert-to", """pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}""", "--outdir", folder.FullName, files[0]);
            var pages = await Readers.RunAsync("pdftotext", folder.FullName, "-layout", "commissie.minutes.pdf", "-");
            var structure = await Readers.RunAsync("pdfinfo", folder.FullName, "-struct-text", "commissie.minutes.pdf");

            Assert.Contains(ExampleMeeting.Label, pages, StringComparison.Ordinal);
            Assert.Matches(@"Pagina 1 van \d", pages);
            Assert.Matches(@"Naam\s+Functie\s+Fractie\s+Aanwezigheid", pages);
            Assert.Contains("Nog niet onderbouwd", pages, StringComparison.Ordinal);
            Assert.Matches("H1[^\"]*\"Besluitenlijst\"", structure);
            Assert.Matches("H2[^\"]*\"3. Renovatie speeltuin Molenweg", structure);
            Assert.Contains("LBody", structure, StringComparison.Ordinal);
            Assert.Matches("TH[^D]*\"Naam\"", structure);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<WordprocessingDocument> OpenAsync(MeetingResult result)
    {
        var stream = new MemoryStream();
        await new WordWriter().WriteAsync(result, stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        return WordprocessingDocument.Open(stream, false);
    }

    private static IEnumerable<Paragraph> Paragraphs(WordprocessingDocument document) => document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>();
}

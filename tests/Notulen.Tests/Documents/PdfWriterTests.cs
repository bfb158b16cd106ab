using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Notulen.Core.Minutes;
using Notulen.Documents;
using Notulen.Documents.Pdf;
using Xunit;

namespace Notulen.Tests.Documents;

public partial class PdfWriterTests
{
    private static readonly PdfWriter Writer = new();

    [Fact]
    public async Task The_same_minutes_give_the_same_bytes()
    {
        Assert.Equal(await BytesAsync(ExampleMeeting.Dutch()), await BytesAsync(ExampleMeeting.Dutch()));
        Assert.NotEqual(await BytesAsync(ExampleMeeting.Dutch()), await BytesAsync(ExampleMeeting.English()));
    }

    [Fact]
    public async Task Every_object_is_where_the_table_says()
    {
        var bytes = await BytesAsync(ExampleMeeting.Dutch());
        var text = Encoding.Latin1.GetString(bytes);
        var table = int.Parse(StartOfTable().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.StartsWith("xref\n0 ", text[table..], StringComparison.Ordinal);
        var places = TableEntry().Matches(text[table..]).Select(entry => int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.True(places.Count > 50);
        for (var i = 0; i < places.Count; i++)
            Assert.StartsWith($"{i + 1} 0 obj\n", text[places[i]..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "nl-NL")]
    [InlineData("en", "en-GB")]
    public async Task A_machine_finds_language_title_standards_and_that_AI_made_it(string language, string culture)
    {
        var result = language == "nl" ? ExampleMeeting.Dutch() : ExampleMeeting.English();
        var text = Encoding.UTF8.GetString(await BytesAsync(result));
        Assert.Contains($"/Lang({culture})/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>", text, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", text, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", text, StringComparison.Ordinal);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", text, StringComparison.Ordinal);
        Assert.Contains("<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>", text, StringComparison.Ordinal);
        Assert.Contains("<Iptc4xmpExt:AISystemUsed>Notulen 0.1.0; tiny; tinyllama</Iptc4xmpExt:AISystemUsed>", text, StringComparison.Ordinal);
        Assert.Contains("<rdf:li xml:lang=\"x-default\">Vergadering commissie Ruimte<", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qpdf_finds_nothing_wrong()
    {
        Assert.Contains("No syntax or stream encoding errors found", await Writer.ReadAsync(ExampleMeeting.Dutch(), "qpdf", "--check", "FILE"), StringComparison.Ordinal);
        Assert.Contains("No syntax or stream encoding errors found", await Writer.ReadAsync(LongMeeting(), "qpdf", "--check", "FILE"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_is_tagged_and_its_fonts_are_embedded_as_subsets()
    {
        var information = await Writer.ReadAsync(ExampleMeeting.Dutch(), "pdfinfo", "FILE");
        Assert.Matches(@"Tagged:\s+yes", information);
        Assert.Matches(@"Title:\s+Vergadering commissie Ruimte", information);
        var fonts = (await Writer.ReadAsync(ExampleMeeting.Dutch(), "pdffonts", "FILE")).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.Equal(2, fonts.Length);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+LiberationSans(-Bold)?\s+CID TrueType\s+Identity-H\s+yes yes yes", font));
    }

    [Fact]
    public async Task Headings_lists_and_tables_are_read_in_their_order()
    {
        var structure = await Writer.ReadAsync(ExampleMeeting.Dutch(), "pdfinfo", "-struct-text", "FILE");
        var order = new[]
        {
            "H1 (block)\n    \"Vergadering commissie Ruimte\"", $"P (block)\n    \"{ExampleMeeting.Label}\"", "H2 (block)\n    \"Aanwezigheid\"", "Table (block)", "THead", "/Scope /Column", "\"Naam\"", "TBody", "\"Hendrik van Dijk\"",
            "H3 (block)\n    \"3. Renovatie speeltuin Molenweg\u00A0[00:01:02]\"", "L (block)", "LI (block)", "Lbl (block)", "LBody (block)", "\"De speeltuin kost 182.000 euro inclusief btw.\u00A0[00:01:02]\"",
            "Div", "\"Besluit", "H2 (block)\n    \"Besluitenlijst\"", "H2 (block)\n    \"Nog niet onderbouwd\"", "H2 (block)\n    \"Verantwoording\"",
        };
        var at = 0;
        foreach (var expected in order)
        {
            var next = structure.IndexOf(expected, at, StringComparison.Ordinal);
            Assert.True(next >= 0, $"{expected} is not found after place {at} of {structure}");
            at = next + 1;
        }

        // What repeats on every page is not read: the label is there once, as text.
        Assert.Single(Regex.Matches(structure, Regex.Escape(ExampleMeeting.Label)));
        Assert.DoesNotContain("Pagina ", structure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Label_page_number_and_the_header_of_a_table_are_on_every_page()
    {
        var pages = (await Writer.ReadAsync(LongMeeting(), "pdftotext", "-layout", "FILE", "-")).TrimEnd().Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(pages.Length > 20);
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Contains(ExampleMeeting.Label, pages[i], StringComparison.Ordinal);
            Assert.Contains($"Pagina {i + 1} van {pages.Length}", pages[i], StringComparison.Ordinal);
        }

        var list = pages.SkipWhile(page => !page.Contains("Besluitenlijst", StringComparison.Ordinal)).TakeWhile(page => !page.Contains("Verantwoording", StringComparison.Ordinal)).ToList();
        Assert.True(list.Count > 2);
        Assert.All(list, page => Assert.Matches(@"Punt\s+Besluit\s+Uitkomst\s+Tijd", page));
    }

    [Fact]
    public async Task Everything_that_Markdown_has_is_in_it()
    {
        var text = Blanks().Replace(await Writer.ReadAsync(LongMeeting(), "pdftotext", "FILE", "-"), "");
        for (var i = 0; i < 200; i++)
        {
            Assert.Contains(Blanks().Replace($"Spreker {i} vindt het voorstel over de weg {i} goed.", ""), text, StringComparison.Ordinal);
            Assert.Contains(Blanks().Replace($"Besluit {i} is aangenomen.", ""), text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("gewoon")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Een\u0000 kapot\u000B teken\uFFFE, een half \uD83D en een heel \U0001F642 (/<>[]{}\\)")]
    [InlineData("שלום עולם en مرحبا بالعالم van rechts naar links \u202Eomgekeerd")]
    [InlineData("zacht\u00ADafbreken, verbonden\u200Dletters e\u0301 a\u0300\u0323 en een gezin \U0001F468\u200D\U0001F469\u200D\U0001F467")]
    [InlineData("会議録 \U0010FFFF \uE000 een\u00A0vaste\u00A0spatie\u2007\u3000")]
    public async Task No_text_breaks_the_document(string text)
    {
        var statement = text + " " + string.Concat(Enumerable.Repeat(text.Replace(" ", ""), 300));
        var checkedBy = await Writer.ReadAsync(With(statement), "qpdf", "--check", "FILE");
        Assert.Contains("No syntax or stream encoding errors found", checkedBy, StringComparison.Ordinal);
        // Poppler draws the page once for every element, so its tree is asked of the short text only.
        await Writer.ReadAsync(With(text), "pdfinfo", "-struct-text", "FILE");
        await Writer.ReadAsync(With(statement), "pdftotext", "FILE", "-");
    }

    [Fact]
    public async Task What_the_font_lacks_is_still_found_and_read_aloud()
    {
        const string Text = "Groet \U0001F642 en 会議 en שלום.";
        var copied = await Writer.ReadAsync(With(Text), "pdftotext", "FILE", "-");
        Assert.Contains("Groet \U0001F642 en 会議 en ", copied, StringComparison.Ordinal);
        Assert.Contains("שלום", copied, StringComparison.Ordinal);
        var element = Encoding.ASCII.GetString(await BytesAsync(With(Text)));
        Assert.Contains("/S/Span", element, StringComparison.Ordinal);
        Assert.Contains("/ActualText<FEFFD83DDE42>", element, StringComparison.Ordinal);
        Assert.Contains("Span (inline)\n      \"□\"", await Writer.ReadAsync(With(Text), "pdfinfo", "-struct-text", "FILE"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_only_takes_bytes_gets_the_whole_document()
    {
        using var bytes = new MemoryStream();
        await Writer.WriteAsync(ExampleMeeting.Dutch(), new ForwardOnly(bytes), TestContext.Current.CancellationToken);
        Assert.EndsWith("%%EOF\n", Encoding.Latin1.GetString(bytes.ToArray()), StringComparison.Ordinal);
    }

    private static async Task<byte[]> BytesAsync(MeetingResult result)
    {
        using var stream = new MemoryStream();
        await Writer.WriteAsync(result, stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private static MeetingResult With(string text)
    {
        var result = ExampleMeeting.Dutch();
        var item = new MinutesItem { Number = text, Title = text, Points = [new() { Text = text, At = 3 }], Decisions = [new() { Text = text, At = 4 }], Actions = [new() { Text = text, What = text, Who = text }] };
        return result with { Minutes = result.Minutes with { Meeting = result.Minutes.Meeting with { Title = text, Place = text }, Items = [item] } };
    }

    private static MeetingResult LongMeeting()
    {
        var result = ExampleMeeting.Dutch(demonstration: false);
        var items = Enumerable.Range(0, 200).Select(i => new MinutesItem
        {
            Number = $"{i}",
            Title = $"Voorstel over weg {i}",
            Start = i * 60,
            Points = [.. Enumerable.Range(0, i % 7).Select(_ => new Statement { Text = $"Spreker {i} vindt het voorstel over de weg {i} goed.", At = i * 60 }), new() { Text = $"Spreker {i} vindt het voorstel over de weg {i} goed.", At = i * 60 }],
            Decisions = [new() { Text = $"Besluit {i} is aangenomen.", Outcome = Outcome.Adopted, At = i * 60 + 30 }],
        });
        return result with { Minutes = result.Minutes with { Items = [.. items] } };
    }

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\n$")]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"(\d{10}) 00000 n \n")]
    private static partial Regex TableEntry();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

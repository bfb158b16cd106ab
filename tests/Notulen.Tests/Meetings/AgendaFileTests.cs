using System.Globalization;
using Notulen.Core.Meetings;
using Notulen.Core.Problems;
using Xunit;

namespace Notulen.Tests.Meetings;

public sealed class AgendaFileTests : IDisposable
{
    private const string Yaml = """
        # Agenda van de griffie
        title: Vergadering commissie Ruimte
        body: Commissie Ruimte
        date: 14 oktober 2026
        start: 19.30 uur
        place: "Raadzaal: eerste verdieping"
        confidential: nee
        participants:
          - name: Hendrik  van Dijk
            role: voorzitter
            party: Waterveen Samen
            present: ja
          - name: Jan Kuiper
            label: de heer Kuiper
          - name:
            role: griffier
          - Els Timmer
        items:
          - number: 1
            title: Opening
          - number: 3.10
            title: 'Motie "fietsbrug"'
            confidential: true
          - number: H
          - title: Rondvraag
          - Sluiting
          - number:
            title: null
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notulen-agenda-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("commissie-nl", "2026-10-14", "Commissie Ruimte, gemeente Waterveen", "Hendrik van Dijk")]
    [InlineData("committee-en", "2026-10-06", "Public Space Committee, municipality of Waterveen", "Anna Visser")]
    public async Task The_agendas_of_the_samples_are_read_with_their_extra_fields(string name, string date, string body, string first)
    {
        var agenda = await AgendaFile.ReadAsync(Path.Combine(Samples.Folder, name + ".agenda.json"), TestContext.Current.CancellationToken);
        Assert.Equal(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), agenda.Date);
        Assert.Equal(new TimeOnly(19, 30), agenda.Start);
        Assert.Equal(9, agenda.Participants.Count); // The tenth, the clerk, has no name.
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], agenda.Items.Select(item => item.Number));
        Assert.Equal((body, first), (agenda.Body, agenda.Participants[0].Name));
    }

    [Theory]
    [InlineData("agenda.yaml")]
    [InlineData("agenda.yml")]
    [InlineData("agenda")]
    public async Task YAML_is_read_by_its_extension_or_its_content(string file)
    {
        var path = Path.Combine(_folder.FullName, file);
        await File.WriteAllTextAsync(path, Yaml, TestContext.Current.CancellationToken);
        var agenda = await AgendaFile.ReadAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(("Vergadering commissie Ruimte", "Commissie Ruimte", "Raadzaal: eerste verdieping"), (agenda.Title, agenda.Body, agenda.Place));
        Assert.Equal((new DateOnly(2026, 10, 14), new TimeOnly(19, 30), false), (agenda.Date, agenda.Start, agenda.Confidential));
        Assert.Equal(
            [new() { Name = "Hendrik van Dijk", Role = "voorzitter", Party = "Waterveen Samen", Present = true }, new() { Name = "Jan Kuiper" }, new() { Name = "Els Timmer" }],
            agenda.Participants);
        Assert.Equal(
            [
                new() { Number = "1", Title = "Opening" }, new() { Number = "3.10", Title = "Motie \"fietsbrug\"", Confidential = true },
                new() { Number = "H", Title = "Agendapunt H" }, new() { Title = "Rondvraag" }, new() { Title = "Sluiting" },
            ],
            agenda.Items);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"title\": null, \"items\": null, \"participants\": [], \"date\": \"\"}")]
    public void Everything_is_optional(string text)
    {
        var agenda = AgendaFile.Parse(text, AgendaFileFormat.Json);
        Assert.Null(agenda.Title);
        Assert.Null(agenda.Date);
        Assert.Empty(agenda.Items);
    }

    [Theory]
    [InlineData("2026-10-14")]
    [InlineData("2026-10-14T19:30:00+02:00")]
    [InlineData("14-10-2026")]
    [InlineData("14/10/2026")]
    [InlineData("14 oktober 2026")]
    [InlineData("woensdag 14 oktober 2026")]
    [InlineData("Woensdag  14 Oktober 2026")]
    [InlineData("14 October 2026")]
    [InlineData("October 14, 2026")]
    [InlineData("14 okt 2026")]
    public void A_date_may_be_written_as_people_do(string date) =>
        Assert.Equal(new DateOnly(2026, 10, 14), AgendaFile.Parse($"{{\"date\": \"{date}\"}}", AgendaFileFormat.Json).Date);

    [Theory]
    [InlineData("19:30")]
    [InlineData("19.30")]
    [InlineData("19:30 uur")]
    [InlineData("19u30")]
    [InlineData("7:30 pm")]
    public void A_time_may_be_written_as_people_do(string time) =>
        Assert.Equal(new TimeOnly(19, 30), AgendaFile.Parse($"start: '{time}'", AgendaFileFormat.Yaml).Start);

    [Theory]
    [InlineData("{\n \"title\": \"Raad\",\n \"date\": \"31-02-2026\"\n}", "agenda.date", "3", "date")]
    [InlineData("{\n \"start\": \"25:00\"\n}", "agenda.time", "2", "start")]
    [InlineData("{\n \"items\": {\n }\n}", "agenda.no-list", "2", "items")]
    [InlineData("{\n \"items\": [\n  [1]\n ]\n}", "agenda.no-object", "3", "items")]
    [InlineData("{\n \"items\": [\n  {\"title\": [1]}\n ]\n}", "agenda.no-text", "3", "title")]
    [InlineData("{\n \"participants\": [\n  {\"name\": \"Bos\",\n   \"present\": \"misschien\"}\n ]\n}", "agenda.flag", "4", "present")]
    [InlineData("{\n \"title\": \"Raad\n}", "agenda.syntax", "2", null)]
    [InlineData("{\n \"title\": \"Raad\"\n}\n}", "agenda.syntax", "4", null)]
    [InlineData("{\n \"title\": \"\\ud800\"\n}", "agenda.syntax", null, null)]
    public void A_wrong_field_is_told_with_its_line_and_name(string text, string code, string? line, string? field)
    {
        var problem = Assert.Throws<NotulenException>(() => AgendaFile.Parse(text, AgendaFileFormat.Json, "raad.json")).Problem;
        Assert.Equal((ProblemKind.Input, code, "raad.json"), (problem.Kind, problem.Code, problem.Details[0]));
        Assert.Equal(line ?? problem.Details[1], problem.Details[1]);
        if (field is not null)
            Assert.Equal(field, problem.Details[2]);
        foreach (var language in new[] { "nl", "en" })
        {
            var sentence = problem.Say(CultureInfo.GetCultureInfo(language));
            Assert.Contains(problem.Details[1], sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("title: Raad\nitems:\n- title: A\n   number: [", "agenda.syntax")]
    [InlineData("title: &t Raad\nbody: *t\n", "agenda.reference")]
    [InlineData("- Opening\n- Sluiting\n", "agenda.list")]
    [InlineData("Zomaar een tekst zonder velden.", "agenda.unknown")]
    [InlineData("name: x\nversion: 2\n", "agenda.unknown")]
    [InlineData("title: Raad\n---\ntitle: Nog een\n", null)]
    public void YAML_that_is_no_agenda_is_told(string text, string? code)
    {
        if (code is null)
            Assert.Equal("Raad", AgendaFile.Parse(text, AgendaFileFormat.Yaml).Title);
        else
            Assert.Equal(code, Assert.Throws<NotulenException>(() => AgendaFile.Parse(text, AgendaFileFormat.Yaml)).Problem.Code);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"title\":")]
    public void Nesting_without_end_is_refused_in_both_formats(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 10_000));
        Assert.Equal("agenda.syntax", Assert.Throws<NotulenException>(() => AgendaFile.Parse(text, AgendaFileFormat.Json)).Problem.Code);
        Assert.Equal("agenda.syntax", Assert.Throws<NotulenException>(() => AgendaFile.Parse(text, AgendaFileFormat.Yaml)).Problem.Code);
    }

    [Fact]
    public void Lists_beyond_any_meeting_are_refused()
    {
        var text = $"{{\"items\": [{string.Join(',', Enumerable.Repeat("{\"title\": \"x\"}", AgendaFile.MaxItems + 1))}]}}";
        Assert.Equal("agenda.too-many", Assert.Throws<NotulenException>(() => AgendaFile.Parse(text, AgendaFileFormat.Json)).Problem.Code);
    }

    [Fact]
    public async Task Other_files_given_as_an_agenda_are_told_apart()
    {
        Assert.Equal("agenda.not-text", await CodeAsync(Path.Combine(Samples.Folder, "committee-en.short.m4a")));
        Assert.Equal("agenda.not-text", await CodeAsync(Path.Combine(Samples.Folder, "commissie-nl.opus")));
        Assert.Equal("agenda.list", await CodeAsync(Path.Combine(Samples.Folder, "commissie-nl.script.json")));
        Assert.Equal("agenda.missing", await CodeAsync(Path.Combine(_folder.FullName, "weg.json")));
        var empty = Path.Combine(_folder.FullName, "leeg.json");
        await File.WriteAllTextAsync(empty, "", TestContext.Current.CancellationToken);
        Assert.Equal("agenda.empty", await CodeAsync(empty));
        await File.WriteAllTextAsync(empty, "{\"title\":\"" + new string('x', AgendaFile.MaxBytes) + "\"}", TestContext.Current.CancellationToken);
        Assert.Equal("agenda.too-large", await CodeAsync(empty));
    }

    [Fact]
    public void An_agenda_saved_by_an_old_program_keeps_its_accents()
    {
        var bytes = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("title: Coördinatie €\n");
        Assert.Equal("Coördinatie €", AgendaFile.Parse(bytes, "agenda.yaml").Title);
    }

    private static async Task<string> CodeAsync(string path) =>
        (await Assert.ThrowsAsync<NotulenException>(() => AgendaFile.ReadAsync(path, TestContext.Current.CancellationToken))).Problem.Code;
}

using System.IO.Compression;
using Xunit;

namespace Notulen.EndToEnd;

/// <summary>A wrong agenda file is refused before any work; another meeting's is noticed in the minutes.</summary>
public sealed class AgendaTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public AgendaTests() => TestFolder.RequireSpeech();

    [Fact]
    public Task No_JSON() => RefusedAsync("{ \"title\": \"Raad\",\n  \"items\": [ niet goed ", "op regel 2 niet goed geschreven", "not well written on line 2");

    [Fact]
    public Task Wrong_types() => RefusedAsync("{ \"title\": \"Raad\",\n  \"items\": \"Opening\" }", "moet \"items\" op regel 2 een lijst zijn", "\"items\" on line 2 must be a list");

    [Fact]
    public Task Something_else() => RefusedAsync("{ \"name\": \"notulen\", \"version\": 3 }", "geen enkel bekend veld", "none of the known fields");

    [Fact]
    public Task Nothing() => RefusedAsync("", "is leeg", "is empty");

    [Fact]
    public Task Far_too_much() => RefusedAsync(new string(' ', 5_000_000) + "{}", "is dus geen agenda", "so it is no agenda");

    [Fact]
    public Task A_recording() => RefusedAsync(TestFolder.Sample("committee-en.short.m4a"), "is geen agenda maar een opname", "is no agenda but a recording", itself: true);

    [Fact]
    public Task A_folder() => RefusedAsync(_folder.Path, "is een map", "is a folder", itself: true);

    [Fact]
    public Task A_Word_file()
    {
        var file = _folder.File("agenda.docx");
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Create))
        {
            using var document = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            document.Write("<w:document/>");
        }
        return RefusedAsync(file, "een Word-bestand", "a Word file", itself: true);
    }

    [Fact]
    public async Task Another_meetings_agenda_is_noticed_and_said()
    {
        var agenda = _folder.File("agenda.json");
        await File.WriteAllTextAsync(
            agenda,
            """{"title":"Gemeenteraad","items":[{"number":"1","title":"Jaarrekening 2025"},{"number":"2","title":"Zwembad De Plons"}]}""",
            TestContext.Current.CancellationToken);
        var transcript = _folder.File("overleg.srt");
        await File.WriteAllTextAsync(
            transcript,
            """
            1
            00:00:01,000 --> 00:00:05,000
            Dan gaan we nu praten over de nieuwe fietsbrug over het kanaal.

            2
            00:00:06,000 --> 00:00:09,000
            De fietsbrug gaat in juni open.
            """,
            TestContext.Current.CancellationToken);

        await using var run = await NotulenProcess.RunAsync(
            _folder, ["minutes", "--transcript", transcript, "--agenda", agenda, "--language-model", "none", "--out", _folder.Out]);

        Assert.True(await run.ExitAsync() == 0, run.Errors);
        Assert.Contains("De agenda past niet bij deze opname", run.Errors);
        Assert.Contains("De agenda past niet bij deze opname", await File.ReadAllTextAsync(Path.Combine(_folder.Out, "overleg.minutes.md"), TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();

    private async Task RefusedAsync(string content, string dutch, string english, bool itself = false)
    {
        var agenda = content;
        if (!itself)
            await File.WriteAllTextAsync(agenda = _folder.File("agenda.json"), content, TestContext.Current.CancellationToken);
        foreach (var (language, said) in new[] { ("nl", dutch), ("en", english) })
        {
            await using var run = await NotulenProcess.RunAsync(
                _folder,
                ["minutes", TestFolder.Sample("committee-en.short.m4a"), "--agenda", agenda, "--out", _folder.Out, "--quiet"],
                new Dictionary<string, string> { ["NOTULEN_LANG"] = language });

            Assert.Equal(2, await run.ExitAsync());
            Assert.Contains(said, run.Errors);
            Assert.Contains(Path.GetFileName(agenda), run.Errors);
            Assert.Single(run.Errors.Trim().Split('\n'));
            Assert.Equal(0, _folder.Query("select count(*) from Meetings"));
            Assert.False(Directory.Exists(_folder.Out));
        }
    }
}

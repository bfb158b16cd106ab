using Xunit;

namespace Notulen.EndToEnd;

/// <summary>Where the results go: found out before the work whether they can go there, written whole, never over the source.</summary>
public sealed class ResultFolderTests : IDisposable
{
    private const string Captions = "WEBVTT\n\n00:01.000 --> 00:04.000\nIk open de vergadering.\n\n00:05.000 --> 00:09.000\nDe fietsbrug gaat in juni open.\n";

    private readonly TestFolder _folder = new();

    public ResultFolderTests()
    {
        TestFolder.RequireSpeech();
        File.WriteAllText(_folder.File("raad.vtt"), Captions);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl", "kan niet worden gemaakt of beschreven. Kies met --out een andere map")]
    [InlineData("en", "cannot be made or written to. Choose another folder with --out")]
    public async Task A_place_where_nothing_can_be_written_is_refused_before_any_work(string language, string said)
    {
        await File.WriteAllTextAsync(_folder.File("bestand"), "tekst", Token);
        foreach (var place in new[] { _folder.File("bestand"), _folder.File("bestand/onder"), "/proc/uitkomst" })
        {
            await using var run = await RunAsync(place, language);

            Assert.Equal(2, await run.ExitAsync());
            Assert.Contains(said, run.Errors);
            Assert.Contains(place, run.Errors);
            Assert.False(Directory.Exists(_folder.Data), "work was done before the place for its results was looked at");
        }
    }

    [Theory]
    [InlineData("nl", "kan niet worden vervangen")]
    [InlineData("en", "cannot be replaced")]
    public async Task A_result_that_cannot_be_replaced_is_named_and_the_others_stay_as_they_were(string language, string said)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Out, "raad.minutes.docx"));

        await using (var run = await RunAsync(_folder.Out, language))
        {
            Assert.Equal(2, await run.ExitAsync());
            Assert.Contains(said, run.Errors);
            Assert.Contains("raad.minutes.docx", run.Errors);
        }
        Assert.Single(Directory.GetFileSystemEntries(_folder.Out));

        Directory.Delete(Path.Combine(_folder.Out, "raad.minutes.docx"));
        await using var again = await RunAsync(_folder.Out, language);
        Assert.True(await again.ExitAsync() == 0, again.Errors);
        Assert.Equal(TestFolder.ResultFiles, Directory.GetFileSystemEntries(_folder.Out).Length);
    }

    [Fact]
    public async Task What_a_killed_run_left_beside_the_results_goes()
    {
        Directory.CreateDirectory(_folder.Out);
        await File.WriteAllTextAsync(Path.Combine(_folder.Out, ".raad.minutes.docx.part"), "half", Token);

        await using var run = await RunAsync(_folder.Out);

        Assert.True(await run.ExitAsync() == 0, run.Errors);
        Assert.Equal(TestFolder.ResultFiles, Directory.GetFileSystemEntries(_folder.Out).Length);
    }

    [Fact]
    public async Task A_transcript_that_lies_where_the_results_go_stays_as_it_is()
    {
        await using var run = await RunAsync(_folder.Path);

        Assert.True(await run.ExitAsync() == 0, run.Errors);
        Assert.Equal(Captions, await File.ReadAllTextAsync(_folder.File("raad.vtt"), Token));
        Assert.DoesNotContain("raad.vtt", run.Output);
        Assert.True(File.Exists(_folder.File("raad.minutes.docx")));
    }

    [Fact]
    public async Task A_transcript_of_ours_gives_results_with_the_name_of_the_recording()
    {
        await using (var first = await RunAsync(_folder.Out))
            Assert.True(await first.ExitAsync() == 0, first.Errors);

        await using var again = await NotulenProcess.RunAsync(
            _folder, ["minutes", "--transcript", Path.Combine(_folder.Out, "raad.transcript.json"), "--language-model", "none", "--out", _folder.Out]);

        Assert.True(await again.ExitAsync() == 0, again.Errors);
        Assert.Equal(TestFolder.ResultFiles, Directory.GetFileSystemEntries(_folder.Out).Length);
    }

    [Theory]
    [InlineData("nl", "raad.minutes.bewerkt-1.md", "blijft bewaard")]
    [InlineData("en", "raad.minutes.edited-1.md", "is kept")]
    public async Task What_somebody_made_of_a_result_is_never_written_over(string language, string kept, string said)
    {
        await using (var first = await RunAsync(_folder.Out, language))
            Assert.True(await first.ExitAsync() == 0, first.Errors);
        var minutes = Path.Combine(_folder.Out, "raad.minutes.md");
        await File.AppendAllTextAsync(minutes, "Aangevuld door de griffier.", Token);
        var edited = await File.ReadAllTextAsync(minutes, Token);

        await using var again = await RunAsync(_folder.Out, language);

        Assert.True(await again.ExitAsync() == 0, again.Errors);
        Assert.Contains(said, again.Errors);
        Assert.Equal(edited, await File.ReadAllTextAsync(Path.Combine(_folder.Out, kept), Token));
        Assert.DoesNotContain("Aangevuld", await File.ReadAllTextAsync(minutes, Token));
        Assert.Equal(TestFolder.ResultFiles + 1, Directory.GetFileSystemEntries(_folder.Out).Length);
    }

    [Fact]
    public async Task Names_with_blanks_and_accents_and_relative_paths_work()
    {
        var folder = Directory.CreateDirectory(_folder.File("één map")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Raad 14 oktober – café.vtt"), Captions, Token);

        await using var run = await NotulenProcess.RunAsync(
            _folder, ["minutes", "--transcript", "één map/Raad 14 oktober – café.vtt", "--language-model", "none", "--out", "één map/uitkomst voor café", "--quiet"]);

        Assert.True(await run.ExitAsync() == 0, run.Errors);
        Assert.Empty(run.Errors.Trim());
        var lines = run.Output.Trim().Split(Environment.NewLine);
        Assert.Equal(TestFolder.ResultFiles, lines.Length);
        Assert.All(lines, line => Assert.True(File.Exists(_folder.File(line)), line));
    }

    [Fact]
    public async Task The_language_of_a_transcript_is_its_own()
    {
        await File.WriteAllTextAsync(
            _folder.File("council.vtt"), "WEBVTT\n\n00:01.000 --> 00:04.000\nI open this meeting of the council and we will begin.\n\n00:05.000 --> 00:09.000\nThe bridge will open in the month of June.\n", Token);

        await using var run = await NotulenProcess.RunAsync(_folder, ["minutes", "--transcript", "council.vtt", "--language-model", "none", "--out", _folder.Out]);

        Assert.True(await run.ExitAsync() == 0, run.Errors);
        Assert.Contains("not yet adopted", await File.ReadAllTextAsync(Path.Combine(_folder.Out, "council.minutes.md"), Token));
    }

    public void Dispose() => _folder.Dispose();

    private Task<NotulenProcess> RunAsync(string output, string language = "nl") => NotulenProcess.RunAsync(
        _folder,
        ["minutes", "--transcript", _folder.File("raad.vtt"), "--language-model", "none", "--out", output],
        new Dictionary<string, string> { ["NOTULEN_LANG"] = language });
}

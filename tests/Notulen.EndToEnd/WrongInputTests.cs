using Xunit;

namespace Notulen.EndToEnd;

/// <summary>Recordings and options that are wrong: exit code 2, one sentence that says what to do, and nothing left behind.</summary>
public sealed class WrongInputTests : IDisposable
{
    private static readonly string Short = TestFolder.Sample("committee-en.short.m4a");

    private readonly TestFolder _folder = new();

    public WrongInputTests() => TestFolder.RequireSpeech();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_text_that_was_renamed_to_wav_is_refused() => RefusedAsync(
        "opname.wav",
        file => File.WriteAllText(file, "Dit is geen geluid, maar een tekst.\n"),
        "opname.wav is geen opname die Notulen kan lezen",
        "opname.wav is not a recording that Notulen can read");

    [Fact]
    public Task A_file_of_zero_bytes_is_refused() => RefusedAsync(
        "opname.wav", file => File.WriteAllBytes(file, []), "Het bestand opname.wav is leeg", "The file opname.wav is empty");

    [Fact]
    public Task A_video_without_sound_is_refused() => RefusedAsync(
        "opname.mp4",
        file => Ffmpeg.Make("-f", "lavfi", "-i", "testsrc=size=64x64:rate=5", "-t", "2", "-c:v", "mpeg4", file),
        "In de video opname.mp4 zit geen geluid",
        "There is no sound in the video opname.mp4");

    [Fact]
    public Task A_recording_whose_index_was_never_written_is_refused() => RefusedAsync(
        "opname.m4a",
        file =>
        {
            Ffmpeg.Make("-i", Short, "-c", "copy", file);
            Half(file);
        },
        "opname.m4a is afgebroken",
        "opname.m4a breaks off");

    [Fact]
    public Task A_recording_of_pure_silence_is_refused() => RefusedAsync(
        "opname.wav", file => Ffmpeg.Make("-f", "lavfi", "-i", "anullsrc=r=16000:cl=mono", "-t", "40", file), "geen spraak gevonden", "No speech was found");

    [Fact]
    public Task A_recording_of_pure_noise_is_refused() => RefusedAsync(
        "opname.wav",
        file => Ffmpeg.Make("-f", "lavfi", "-i", "anoisesrc=r=16000:a=0.2:c=pink:s=7", "-t", "40", file),
        "geen spraak gevonden",
        "No speech was found");

    [Fact]
    public async Task A_recording_that_breaks_off_but_can_be_read_is_used_as_far_as_it_goes_and_that_is_said()
    {
        var file = _folder.File("opname.m4a");
        Ffmpeg.Make("-i", Short, "-c", "copy", "-movflags", "faststart", file);
        Half(file);

        await using var run = await NotulenProcess.RunAsync(
            _folder, ["minutes", file, "--language", "en", "--language-model", "none", "--speech-model", "tiny", "--out", _folder.Out]);

        Assert.True(await run.ExitAsync() == 0, run.Errors);
        Assert.Contains("The recording breaks off early", run.Errors);
        Assert.Contains("The recording breaks off early", await File.ReadAllTextAsync(Path.Combine(_folder.Out, "opname.minutes.md"), Token));
    }

    [Theory]
    [InlineData("nl", "Het bestand {0} bestaat niet")]
    [InlineData("en", "The file {0} does not exist")]
    public async Task A_missing_recording_is_named(string language, string said) =>
        await SaysAsync(language, string.Format(said, _folder.File("weg.m4a")), "minutes", "weg.m4a");

    [Theory]
    [InlineData("nl", "is een map")]
    [InlineData("en", "is a folder")]
    public async Task A_folder_is_no_recording(string language, string said) => await SaysAsync(language, said, "minutes", ".");

    [Theory]
    [InlineData("nl", "--language", "klingon", "De taal \"klingon\" kent Notulen niet. Kies nl (Nederlands), en (Engels) of auto")]
    [InlineData("en", "--language", "klingon", "Notulen does not know the language \"klingon\". Choose nl (Dutch), en (English) or auto")]
    [InlineData("nl", "--pipeline", "gemeenteraad", "Kies uit: college, commissie, raad, werkoverleg.")]
    [InlineData("nl", "--speech-model", "enorm", "Er is geen model met de naam enorm. Kies uit: ")]
    [InlineData("nl", "--agend", "x.json", "\"--agend\"")]
    [InlineData("en", "--agend", "x.json", "notulen minutes --help")]
    public Task A_wrong_option_is_explained_with_what_is_allowed(string language, string option, string value, string said) =>
        SaysAsync(language, said, "minutes", Short, option, value);

    [Theory]
    [InlineData("nl", "aanhalingstekens")]
    [InlineData("en", "quotation marks")]
    public Task A_name_with_blanks_that_came_apart_is_explained(string language, string said) => SaysAsync(language, said, "minutes", "mijn", "opname.m4a");

    [Theory]
    [InlineData("--help", "minutes")]
    [InlineData("RECORDING", "minutes", "")]
    [InlineData("--agenda", "minutes", "opname.m4a", "--agenda")]
    [InlineData("\"notuleer\"", "notuleer")]
    [InlineData("--transcript", "minutes", "opname.m4a", "--transcript", "opname.vtt")]
    public Task Half_a_command_is_explained(string said, params string[] arguments) =>
        SaysAsync("nl", arguments is ["minutes"] ? "Geef één opname op" : said, arguments);

    [Fact]
    public async Task Help_is_there_by_word_and_by_option()
    {
        foreach (var arguments in new string[][] { ["help", "minutes"], ["minutes", "--help"] })
        {
            await using var run = await NotulenProcess.RunAsync(_folder, arguments);
            Assert.Equal(0, await run.ExitAsync());
            Assert.Contains("--transcript", run.Output);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static void Half(string file)
    {
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
    }

    private async Task SaysAsync(string language, string said, params string[] arguments)
    {
        await using var run = await NotulenProcess.RunAsync(_folder, arguments, new Dictionary<string, string> { ["NOTULEN_LANG"] = language });

        Assert.Equal(2, await run.ExitAsync());
        Assert.Contains(said, run.Errors);
        Assert.Empty(run.Output.Trim());
        Assert.Equal(0, _folder.Query("select count(*) from Meetings"));
    }

    private async Task RefusedAsync(string name, Action<string> make, string dutch, string english)
    {
        make(_folder.File(name));
        foreach (var (language, said) in new[] { ("nl", dutch), ("en", english) })
        {
            await using var run = await NotulenProcess.RunAsync(
                _folder,
                ["minutes", _folder.File(name), "--out", _folder.Out, "--quiet", "--language-model", "none"],
                new Dictionary<string, string> { ["NOTULEN_LANG"] = language });

            Assert.Equal(2, await run.ExitAsync());
            Assert.Contains(said, run.Errors);
            Assert.Single(run.Errors.Trim().Split('\n'));
            Assert.False(Directory.Exists(_folder.Out), "results of a refused recording");
            Assert.Empty(Directory.EnumerateFiles(_folder.Data, "*.part", SearchOption.AllDirectories));
            Assert.Empty(Directory.EnumerateFiles(_folder.Data, "*.pcm", SearchOption.AllDirectories));
            Assert.Empty(Processes.Of(_folder.Path));
        }
    }
}

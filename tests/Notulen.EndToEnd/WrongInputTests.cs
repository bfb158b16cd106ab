using Xunit;

namespace Notulen.EndToEnd;

/// <summary>Bad input: exit code 2, one sentence that says what to do, and nothing left behind.</summary>
public sealed class WrongInputTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public WrongInputTests() => TestFolder.RequireSpeech();

    [Fact]
    public Task A_text_that_was_renamed_to_wav_is_refused() =>
        RefusedAsync(() => File.WriteAllText(_folder.File("opname.wav"), "Dit is geen geluid, maar een tekst.\n"), "opname.wav");

    [Fact]
    public Task A_file_of_zero_bytes_is_refused() =>
        RefusedAsync(() => File.WriteAllBytes(_folder.File("opname.wav"), []), "leeg");

    [Fact]
    public Task A_video_without_sound_is_refused() => RefusedAsync(
        () => Ffmpeg.Make("-f", "lavfi", "-i", "testsrc=size=64x64:rate=5", "-t", "2", "-c:v", "mpeg4", _folder.File("opname.mp4")), "geluid", "opname.mp4");

    [Fact]
    public Task A_recording_whose_index_was_never_written_is_refused() => RefusedAsync(
        () =>
        {
            var whole = File.ReadAllBytes(TestFolder.Sample("committee-en.short.m4a"));
            Ffmpeg.Make("-i", TestFolder.Sample("committee-en.short.m4a"), "-c", "copy", _folder.File("heel.m4a"));
            whole = File.ReadAllBytes(_folder.File("heel.m4a"));
            File.WriteAllBytes(_folder.File("opname.m4a"), whole[..(whole.Length / 2)]);
        },
        "opname.m4a", "opname.m4a");

    [Fact]
    public Task A_recording_of_pure_silence_is_refused() => RefusedAsync(
        () => Ffmpeg.Make("-f", "lavfi", "-i", "anullsrc=r=16000:cl=mono", "-t", "40", _folder.File("opname.wav")), "geen spraak");

    [Fact]
    public Task A_recording_of_pure_noise_is_refused() => RefusedAsync(
        () => Ffmpeg.Make("-f", "lavfi", "-i", "anoisesrc=r=16000:a=0.2:c=pink:s=7", "-t", "40", _folder.File("opname.wav")), "geen spraak");

    [Fact]
    public async Task A_missing_recording_is_named()
    {
        await using var run = await NotulenProcess.RunAsync(_folder, ["minutes", "weg.m4a"]);

        Assert.Equal(2, await run.ExitAsync());
        Assert.Contains("weg.m4a", run.Errors);
        Assert.Contains("bestaat niet", run.Errors);
    }

    [Fact]
    public async Task A_recording_given_as_agenda_is_refused_before_any_work()
    {
        await using var run = await NotulenProcess.RunAsync(
            _folder, ["minutes", TestFolder.Sample("committee-en.short.m4a"), "--agenda", TestFolder.Sample("committee-en.short.m4a")]);

        Assert.Equal(2, await run.ExitAsync());
        Assert.Contains("agenda", run.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, _folder.Query("select count(*) from Meetings"));
    }

    [Theory]
    [InlineData("--language", "klingon", "klingon")]
    [InlineData("--pipeline", "bestaatniet", "raad")]
    [InlineData("--speech-model", "bestaatniet", "bestaatniet")]
    [InlineData("--onzin", "x", "--help")]
    public async Task A_wrong_option_is_explained_with_what_is_allowed(string option, string value, string said)
    {
        await using var run = await NotulenProcess.RunAsync(_folder, ["minutes", TestFolder.Sample("committee-en.short.m4a"), option, value]);

        Assert.Equal(2, await run.ExitAsync());
        Assert.Contains(said, run.Errors);
    }

    [Fact]
    public async Task The_sentence_is_English_for_who_asks_for_it()
    {
        await using var run = await NotulenProcess.RunAsync(
            _folder, ["minutes", "gone.m4a"], new Dictionary<string, string> { ["NOTULEN_LANG"] = "en" });

        Assert.Contains("does not exist", run.Errors);
    }

    public void Dispose() => _folder.Dispose();

    private async Task RefusedAsync(Action make, string said, string name = "opname.wav")
    {
        make();

        await using var run = await NotulenProcess.RunAsync(
            _folder, ["minutes", _folder.File(name), "--out", _folder.Out, "--quiet", "--language-model", "none"]);

        Assert.Equal(2, await run.ExitAsync());
        Assert.Contains(said, run.Errors);
        Assert.DoesNotContain("   at ", run.Errors);
        Assert.Single(run.Errors.Trim().Split('\n'));
        Assert.False(Directory.Exists(_folder.Out) && Directory.EnumerateFileSystemEntries(_folder.Out).Any(), "results of a refused recording");
        Assert.Empty(Directory.Exists(_folder.Data) ? Directory.EnumerateFiles(_folder.Data, "*.part", SearchOption.AllDirectories) : []);
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Notulen.EndToEnd;

/// <summary>Nearly two minutes of a meeting, a handful of windows, with the real speech engine, and what must hold whatever happened on the way.</summary>
public abstract class Rehearsal : IDisposable
{
    private const string Name = "committee-en";

    protected Rehearsal()
    {
        TestFolder.RequireSpeech();
        Recording = Folder.File(Name + ".opus");
        Ffmpeg.Make("-i", TestFolder.Sample(Name + ".opus"), "-t", "110", "-c", "copy", Recording);
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected TestFolder Folder { get; } = new();

    protected string Recording { get; }

    protected string[] Arguments => ArgumentsTo(Folder.Out);

    protected string[] ArgumentsTo(string folder) =>
        ["minutes", Recording, "--language", "en", "--language-model", "none", "--speech-model", "tiny", "--out", folder, "--quiet"];

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Windows whose text is safe in the database.</summary>
    protected long Recognised() => Folder.Query("select count(*) from SpeechWindows where ResultJson is not null");

    /// <summary>Runs to the end and finds everything as if nothing had happened.</summary>
    protected async Task FinishesAsync()
    {
        await using var run = await NotulenProcess.RunAsync(Folder, Arguments);
        Assert.True(await run.ExitAsync() == 0, run.Errors);
        IsComplete();
    }

    protected void IsComplete()
    {
        string[] extensions = [".transcript.json", ".vtt", ".srt", ".minutes.json", ".minutes.md", ".minutes.docx", ".minutes.pdf"];
        Assert.Equal(
            extensions.Select(extension => Name + extension).Order(StringComparer.Ordinal),
            Directory.GetFileSystemEntries(Folder.Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(Folder.Out), file => Assert.NotEqual(0, new FileInfo(file).Length));
        Assert.NotEqual(0, Folder.Query("select count(*) from StageRuns"));
        Assert.Equal(0, Folder.Query("select count(*) from StageRuns where State <> 2"));
        EveryWindowWasRecognisedOnce();
        NothingIsLeftBehind();
    }

    /// <summary>No working audio, no parts of files, no notes of engines, and no engines.</summary>
    protected void NothingIsLeftBehind()
    {
        foreach (var folder in new[] { "work", "run" }.Select(name => Path.Combine(Folder.Data, name)).Where(Directory.Exists))
            Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        Assert.Empty(Directory.EnumerateFiles(Folder.Path, "*.part", SearchOption.AllDirectories));
        Assert.Empty(Processes.Of(Folder.Path));
    }

    /// <summary>
    /// The log has a line for every window that was recognised and committed, and each start names those that it found
    /// done. None may be recognised that was done before, and none may be missing.
    /// </summary>
    protected void EveryWindowWasRecognisedOnce()
    {
        var done = new HashSet<string>();
        foreach (var line in Folder.Log().Split('\n'))
        {
            if (Regex.Match(line, @"window (\d+/\d+) recognised") is { Success: true } recognised)
                Assert.True(done.Add(recognised.Groups[1].Value), line);
            else if (Regex.Match(line, @"are reused: (.+)") is { Success: true } reused)
                done.UnionWith(reused.Groups[1].Value.Trim().Split(", "));
        }
        Assert.Equal(Folder.Query("select count(*) from SpeechWindows"), done.Count);
        Assert.Equal(done.Count, Recognised());
    }

    /// <summary>What was said, according to the transcript in a folder.</summary>
    protected static string Said(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, Name + ".transcript.json")));
        return string.Join("\n", json.RootElement.GetProperty("segments").EnumerateArray().Select(segment => segment.GetProperty("text").GetString()));
    }

    /// <summary>Waits until something is so while the program runs.</summary>
    protected static async Task UntilAsync(NotulenProcess process, Func<bool> condition, int pause = 50)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.False(process.HasExited, "it ended too early: " + process.Errors);
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(20), "it never came that far");
            await Task.Delay(pause, Token);
        }
    }
}

using System.Text.Json;
using Notulen.Core;
using Notulen.Core.Minutes;
using Notulen.Core.Problems;
using Notulen.Documents;
using Xunit;

namespace Notulen.Tests.Documents;

public sealed class ResultFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notulen-results-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task All_seven_files_of_the_contract_are_written_and_nothing_else()
    {
        var folder = Path.Combine(_folder.FullName, "uit", "vandaag");
        var paths = await new ResultFiles().WriteAsync(ExampleMeeting.Dutch(), folder, "commissie", TestContext.Current.CancellationToken);
        string[] names = ["commissie.transcript.json", "commissie.vtt", "commissie.srt", "commissie.minutes.json", "commissie.minutes.md", "commissie.minutes.docx", "commissie.minutes.pdf"];
        Assert.Equal(names.Select(name => Path.Combine(folder, name)), paths);
        Assert.Equal(names.Order(StringComparer.Ordinal), Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Writing_again_replaces_the_files()
    {
        var files = new ResultFiles();
        await files.WriteAsync(ExampleMeeting.Dutch(), _folder.FullName, "raad", TestContext.Current.CancellationToken);
        var paths = await files.WriteAsync(ExampleMeeting.English(), _folder.FullName, "raad", TestContext.Current.CancellationToken);
        Assert.Equal(7, Directory.GetFiles(_folder.FullName).Length);
        Assert.Contains("Not yet supported", await File.ReadAllTextAsync(paths[4], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_as_data_read_back_as_they_were_with_their_enumerations_as_words()
    {
        var result = ExampleMeeting.Dutch();
        var paths = await new ResultFiles().WriteAsync(result, _folder.FullName, "raad", TestContext.Current.CancellationToken);
        var text = await File.ReadAllTextAsync(paths[3], TestContext.Current.CancellationToken);
        Assert.Contains("\"support\": \"unsupported\"", text, StringComparison.Ordinal);
        Assert.Contains("\"outcome\": \"adopted\"", text, StringComparison.Ordinal);
        Assert.Contains("\"due\": \"2026-10-28\"", text, StringComparison.Ordinal);
        Assert.Contains("\"abstained\": null", text, StringComparison.Ordinal);
        var read = JsonSerializer.Deserialize<MinutesDocument>(text, NotulenJson.Complete);
        Assert.Equal(text, JsonSerializer.Serialize(read, NotulenJson.Complete));
    }

    [Fact]
    public async Task A_failing_writer_leaves_what_was_there_and_nothing_half_done()
    {
        await new ResultFiles().WriteAsync(ExampleMeeting.Dutch(), _folder.FullName, "raad", TestContext.Current.CancellationToken);
        var before = Contents();
        var broken = new ResultFiles([.. ResultFiles.Writers, new Broken(new InvalidOperationException("Broken on purpose."))]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => broken.WriteAsync(ExampleMeeting.English(), _folder.FullName, "raad", TestContext.Current.CancellationToken));
        Assert.Equal(before, Contents());
    }

    [Fact]
    public async Task A_full_disk_is_said_to_be_full()
    {
        if (!File.Exists("/dev/full"))
            Assert.Skip("This system has no /dev/full to write to.");
        var problem = (await Assert.ThrowsAsync<NotulenException>(() =>
            new ResultFiles([.. ResultFiles.Writers, new ToFullDisk()]).WriteAsync(ExampleMeeting.Dutch(), _folder.FullName, "raad", TestContext.Current.CancellationToken))).Problem;
        Assert.Equal((ProblemKind.Engine, "disk.full"), (problem.Kind, problem.Code));
        Assert.Empty(Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task A_folder_that_is_a_file_is_told()
    {
        var path = Path.Combine(_folder.FullName, "bestand");
        await File.WriteAllTextAsync(path, "tekst", TestContext.Current.CancellationToken);
        var problem = (await Assert.ThrowsAsync<NotulenException>(() =>
            new ResultFiles().WriteAsync(ExampleMeeting.Dutch(), path, "raad", TestContext.Current.CancellationToken))).Problem;
        Assert.Equal((ProblemKind.Input, "output.folder"), (problem.Kind, problem.Code));
    }

    [Fact]
    public async Task Cancelling_leaves_nothing_behind()
    {
        using var cancel = new CancellationTokenSource();
        var files = new ResultFiles([.. ResultFiles.Writers, new Cancelling(cancel)]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => files.WriteAsync(ExampleMeeting.Dutch(), _folder.FullName, "raad", cancel.Token));
        Assert.Empty(Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task Every_writer_streams_to_a_download()
    {
        foreach (var writer in ResultFiles.Writers)
        {
            using var bytes = new MemoryStream();
            await writer.WriteAsync(ExampleMeeting.Dutch(), new ForwardOnly(bytes), TestContext.Current.CancellationToken);
            Assert.True(bytes.Length > 100, writer.Extension);
            Assert.Contains('/', writer.MediaType);
        }
    }

    [Theory]
    [InlineData("commissie 14 oktober", "commissie 14 oktober")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\opnamen\\raad.2026", "raad.2026")]
    [InlineData("één: <raad>*?|\"\u0000\n.", "één- -raad")]
    [InlineData("..", "meeting")]
    [InlineData("", "meeting")]
    [InlineData("-rf", "rf")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("gemeente 会議", "gemeente 会議")]
    public void Base_names_are_safe_on_every_system(string given, string safe) => Assert.Equal(safe, SafeName.Of(given));

    [Fact]
    public void A_base_name_leaves_room_for_the_extension()
    {
        var name = SafeName.Of(new string('é', 400));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name + ".transcript.json"), 100, 255);
    }

    private List<(string, long)> Contents() => [.. _folder.GetFiles().Select(file => (file.Name, file.Length)).Order()];

    private abstract class Last : IResultWriter
    {
        public string Extension => ".last";
        public string MediaType => "text/plain";
        public abstract Task WriteAsync(MeetingResult result, Stream output, CancellationToken cancellationToken);
    }

    private sealed class Broken(Exception exception) : Last
    {
        public override Task WriteAsync(MeetingResult result, Stream output, CancellationToken cancellationToken) => Task.FromException(exception);
    }

    private sealed class ToFullDisk : Last
    {
        public override async Task WriteAsync(MeetingResult result, Stream output, CancellationToken cancellationToken)
        {
            await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            await full.WriteAsync(new byte[] { 1 }, cancellationToken);
        }
    }

    private sealed class Cancelling(CancellationTokenSource source) : Last
    {
        public override async Task WriteAsync(MeetingResult result, Stream output, CancellationToken cancellationToken)
        {
            await source.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}

using System.Net;
using System.Text;
using Notulen.EndToEnd;
using Xunit;

namespace Notulen.Web.Tests;

/// <summary>What can go wrong with an upload, and that nothing of it stays.</summary>
public sealed class UploadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl", "geen opname die Notulen kan lezen")]
    [InlineData("en", "not a recording that Notulen can read")]
    public async Task A_wrong_file_is_explained_beside_the_field_and_nothing_of_it_stays(string language, string sentence)
    {
        await using var server = await Server.StartAsync(language);

        using var answer = await server.UploadAsync("brief.wav", Encoding.UTF8.GetBytes("Geachte commissie,"), ("titel", "Wat ik typte"), ("soort", "commissie"), ("spraakmodel", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
        Assert.Contains(sentence, page);
        Assert.Contains("brief.wav", page);
        Assert.Contains("Wat ik typte", page);
        Assert.Equal(0, server.Folder.Query("select count(*) from Meetings"));
        Assert.DoesNotContain(Directory.EnumerateFiles(server.Folder.Data, "*", SearchOption.AllDirectories), file => file.Contains("recordings", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_agenda_is_explained_and_what_was_typed_is_kept()
    {
        await using var server = await Server.StartAsync();

        using var answer = await server.UploadAsync(
            "opname.m4a", File.ReadAllBytes(TestFolder.Sample("committee-en.short.m4a")), ("titel", "Wat ik typte"), ("soort", "raad"), ("agenda", "date: morgen ergens\nitems: []"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
        Assert.Contains("geen datum", page);
        Assert.Contains("Wat ik typte", page);
        Assert.Contains("date: morgen ergens", page);
        Assert.Matches("<option value=\"raad\" selected", page);
        Assert.Empty(Kept(server));
    }

    [Fact]
    public async Task A_recording_over_the_limit_is_refused_in_the_form_also_when_the_length_of_all_says_so_at_once()
    {
        await using var server = await Server.StartAsync("nl", ("NOTULEN__Processing__MaximumMegabytes", "1"));

        using var little = await server.UploadAsync("opname.wav", new byte[2 << 20], ("soort", "commissie"));
        using var much = await server.UploadAsync("opname.wav", new byte[20 << 20], ("soort", "commissie"));

        foreach (var answer in new[] { little, much })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("groter dan 1 MB", await answer.Content.ReadAsStringAsync(Token));
        }
        Assert.Empty(Kept(server));
    }

    [Fact]
    public async Task An_upload_that_is_called_off_leaves_nothing()
    {
        await using var server = await Server.StartAsync();
        using var leave = new CancellationTokenSource();
        using var endless = new EndlessRecording();
        using var form = await server.FormAsync("opname.wav", endless, ("soort", "commissie"));

        var sending = server.Http.PostAsync("/vergaderingen", form, leave.Token);
        await UntilAsync(() => Kept(server).Any());
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await UntilAsync(() => !Kept(server).Any());
    }

    [Fact]
    public async Task An_upload_on_its_way_does_not_keep_the_server_from_stopping()
    {
        await using var server = await Server.StartAsync();
        using var endless = new EndlessRecording();
        using var form = await server.FormAsync("opname.wav", endless, ("soort", "commissie"));
        var sending = server.Http.PostAsync("/vergaderingen", form, Token);
        await UntilAsync(() => Kept(server).Any());

        // It has 18 seconds for stopping; an upload that is waited for takes them all.
        var stopping = server.StopAsync("TERM");
        Assert.Same(stopping, await Task.WhenAny(stopping, Task.Delay(TimeSpan.FromSeconds(16), Token)));

        Assert.Equal(0, await stopping);
        Assert.Empty(Kept(server));
        await Record.ExceptionAsync(() => sending);
    }

    private static IEnumerable<string> Kept(Server server) => Directory
        .EnumerateFiles(server.Folder.Data, "*", SearchOption.AllDirectories)
        .Where(file => file.Contains("recordings", StringComparison.Ordinal));

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var wait = 0; !holds(); wait++)
        {
            Assert.True(wait < 300, "It never came to that.");
            await Task.Delay(100, Token);
        }
    }

    /// <summary>Sends and sends, until somebody stops it.</summary>
    private sealed class EndlessRecording : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SendAsync(stream, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => SendAsync(stream, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        private static async Task SendAsync(Stream stream, CancellationToken cancellationToken)
        {
            while (true)
            {
                await stream.WriteAsync(new byte[4096], cancellationToken);
                await stream.FlushAsync(cancellationToken);
                await Task.Delay(20, cancellationToken);
            }
        }
    }
}

using System.Net;
using Notulen.EndToEnd;
using Xunit;

namespace Notulen.Web.Tests;

public sealed class ServeTests
{
    private static readonly (string, string)[] Quick = [("soort", "commissie"), ("taal", "en"), ("spraakmodel", "tiny"), ("taalmodel", "none")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static byte[] Recording => File.ReadAllBytes(TestFolder.Sample("committee-en.short.m4a"));

    [Fact]
    public async Task A_recording_that_is_handed_in_becomes_minutes_to_download()
    {
        TestFolder.RequireSpeech();
        await using var server = await Server.StartAsync();

        using var answer = await server.UploadAsync("../../Opname 1.m4a", Recording, [.. Quick, ("titel", "Commissie Ruimte")]);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var page = answer.Headers.Location!.ToString();
        Assert.Contains("Commissie Ruimte", await server.UntilAsync(page, "minutes.docx"));
        foreach (var kind in new[] { "transcript.json", "vtt", "srt", "minutes.json", "minutes.md", "minutes.docx", "minutes.pdf" })
        {
            using var file = await server.Http.GetAsync($"{page}/bestanden/{kind}", Token);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.NotEmpty(await file.Content.ReadAsByteArrayAsync(Token));
            Assert.Contains("Opname 1." + kind, Uri.UnescapeDataString(file.Content.Headers.ContentDisposition!.ToString()));
        }
        Assert.Contains("public space committee", await server.Http.GetStringAsync(page + "/transcript", Token), StringComparison.OrdinalIgnoreCase);
        // The minutes are in the language of the meeting, with pages around them in that of the reader.
        Assert.Contains("not yet adopted", await server.Http.GetStringAsync(page + "/notulen", Token));
        Assert.Equal(0, await server.StopAsync());
    }

    [Fact]
    public async Task Progress_comes_as_events_while_the_work_goes_on()
    {
        TestFolder.RequireSpeech();
        await using var server = await Server.StartAsync();
        using var answer = await server.UploadAsync("opname.m4a", Recording, Quick);

        var meeting = Path.GetFileName(answer.Headers.Location!.ToString());
        using var events = await server.Http.GetAsync("/voortgang?vergadering=" + meeting, HttpCompletionOption.ResponseHeadersRead, Token);

        Assert.Equal("text/event-stream", events.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await events.Content.ReadAsStreamAsync(Token));
        Assert.Equal("event: progress", await reader.ReadLineAsync(Token));
        Assert.Contains(meeting, await reader.ReadLineAsync(Token));
        // A page that opens its eyes again after the work was done hears that it is.
        await server.UntilAsync(answer.Headers.Location.ToString(), "minutes.docx");
        using var later = await server.Http.GetAsync("/voortgang?vergadering=" + meeting, HttpCompletionOption.ResponseHeadersRead, Token);
        using var told = new StreamReader(await later.Content.ReadAsStreamAsync(Token));
        await told.ReadLineAsync(Token);
        Assert.Contains("\"state\":\"done\"", await told.ReadLineAsync(Token));
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Http.GetAsync("/voortgang", Token)).StatusCode);
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public async Task Work_that_was_cut_off_goes_on_after_a_restart(string signal)
    {
        TestFolder.RequireSpeech();
        await using var server = await Server.StartAsync();
        using var answer = await server.UploadAsync("opname.opus", File.ReadAllBytes(TestFolder.Sample("committee-en.opus")), Quick);
        for (var wait = 0; wait < 3000 && server.Folder.Query("select count(*) from SpeechWindows where ResultJson is not null") < 2; wait++)
            await Task.Delay(50, Token);

        await server.RestartAsync(signal);

        await server.UntilAsync(answer.Headers.Location!.ToString(), "minutes.docx");
        Assert.Contains("were recognised before and are reused", server.Folder.Log());
    }

    [Fact]
    public async Task A_form_that_is_not_ours_is_refused()
    {
        await using var server = await Server.StartAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Recording), "opname", "opname.m4a" } };

        using var answer = await server.Http.PostAsync("/vergaderingen", form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, server.Folder.Query("select count(*) from Meetings"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/hangfire")]
    public async Task A_name_that_is_not_ours_gets_nothing(string path)
    {
        await using var server = await Server.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "elders.example";

        using var answer = await server.Http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_forbid_what_they_do_not_need_and_speak_the_readers_language()
    {
        await using var server = await Server.StartAsync();

        using var answer = await server.Http.GetAsync("/", Token);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Contains("nosniff", answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains("lang=\"nl", await answer.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.GetAsync("/bestaat-niet", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/health/ready", Token)).StatusCode);
    }

    [Fact]
    public async Task The_dashboard_is_for_who_sits_at_this_machine()
    {
        await using var server = await Server.StartAsync();

        using var own = await server.Http.GetAsync("/hangfire", Token);
        using var passedOn = new HttpRequestMessage(HttpMethod.Get, "/hangfire") { Headers = { { "X-Forwarded-For", "10.1.2.3" } } };
        using var refused = await server.Http.SendAsync(passedOn, Token);

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Contains("style-src 'self' 'unsafe-inline'", own.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_large_body_elsewhere_is_refused()
    {
        await using var server = await Server.StartAsync();

        using var answer = await server.Http.PostAsync($"/vergaderingen/{Guid.NewGuid()}/opnieuw", new ByteArrayContent(new byte[4 << 20]), Token);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
    }
}

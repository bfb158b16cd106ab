using System.Net;
using Notulen.Core.Storage;
using Notulen.EndToEnd;
using Xunit;

namespace Notulen.Web.Tests;

/// <summary>What can be done with a meeting that is not finished, or did not succeed.</summary>
public sealed class MeetingTests
{
    private static readonly (string, string)[] Quick = [("soort", "commissie"), ("taal", "en"), ("spraakmodel", "tiny"), ("taalmodel", "none")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_meeting_that_failed_says_why_and_goes_on_when_it_is_tried_again()
    {
        TestFolder.RequireSpeech();
        using var folder = new TestFolder();
        var (machine, home) = (NotulenFolders.FromEnvironment(), new NotulenFolders(folder.Path, folder.Data));
        Directory.CreateSymbolicLink(home.Models, machine.Models);
        await using var server = await Server.StartAsync("nl", ("NOTULEN_HOME", home.Home));
        using var answer = await server.UploadAsync("opname.m4a", File.ReadAllBytes(TestFolder.Sample("committee-en.short.m4a")), Quick);
        var page = answer.Headers.Location!.ToString();
        var failed = await server.UntilAsync(page, "Opnieuw proberen");
        Assert.Contains("Mislukt: Uitschrijven", failed);
        Assert.Contains("whisper-server is er nog niet", failed);

        Directory.CreateSymbolicLink(home.Engines, machine.Engines);
        using var again = await server.PressAsync(page, page + "/opnieuw");

        Assert.Equal(page, again.Headers.Location!.ToString());
        await server.UntilAsync(page, "minutes.docx");
        // What was done before it failed was not done again.
        Assert.Equal(1, server.Folder.Query("select Attempt from StageRuns where Stage = 'decode'"));
    }

    [Fact]
    public async Task Minutes_are_not_withdrawn_and_a_transcript_can_be_read_while_there_are_none()
    {
        TestFolder.RequireSpeech();
        await using var server = await Server.StartAsync();
        using var answer = await server.UploadAsync("opname.m4a", File.ReadAllBytes(TestFolder.Sample("committee-en.short.m4a")), Quick);
        var page = answer.Headers.Location!.ToString();
        Assert.DoesNotContain("/intrekken", await server.UntilAsync(page, "minutes.docx"));
        using var kept = await server.PressAsync(page, page + "/intrekken");
        Assert.Equal(page, kept.Headers.Location!.ToString());
        Assert.Equal(1, server.Folder.Query("select count(*) from Minutes"));

        server.Folder.Query("delete from Minutes");

        var without = await server.Http.GetStringAsync(page, Token);
        Assert.DoesNotContain("/notulen\"", without);
        Assert.Contains(page + "/transcript", without);
        Assert.Contains("public space committee", await server.Http.GetStringAsync(page + "/transcript", Token), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_meeting_handed_in_by_mistake_is_withdrawn_with_its_recording_and_its_work_stops()
    {
        TestFolder.RequireSpeech();
        await using var server = await Server.StartAsync();
        using var answer = await server.UploadAsync("opname.opus", File.ReadAllBytes(TestFolder.Sample("committee-en.opus")), Quick);
        var page = answer.Headers.Location!.ToString();
        await server.UntilAsync(page, "Bezig: Uitschrijven");

        using var gone = await server.PressAsync(page + "/intrekken", page + "/intrekken");

        Assert.Equal("/", gone.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.GetAsync(page, Token)).StatusCode);
        Assert.Equal(0, server.Folder.Query("select (select count(*) from Meetings) + (select count(*) from StageRuns) + (select count(*) from SpeechWindows)"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(server.Folder.Data, "recordings"), "*", SearchOption.AllDirectories));
        Assert.Equal(0, await server.StopAsync());
        Assert.DoesNotContain("failed", server.Folder.Log());
    }
}

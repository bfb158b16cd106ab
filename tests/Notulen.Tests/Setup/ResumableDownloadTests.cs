using Notulen.Core.Problems;
using Notulen.Engines.Models;
using Xunit;

namespace Notulen.Tests.Setup;

public sealed class ResumableDownloadTests : IDisposable
{
    private static readonly byte[] File = [.. Enumerable.Range(0, 300_000).Select(number => (byte)(number * 7 % 251))];

    private readonly TemporaryHome _home = new();
    private readonly HttpClient _http = ResumableDownload.CreateClient();

    private string Part => _home.File("model.part");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_download_that_is_cut_off_half_way_goes_on_where_it_was()
    {
        var cuts = 0;
        await using var server = new ScriptedServer((request, stream) =>
            ScriptedServer.FileAsync(request, stream, File, cutAfter: cuts++ == 0 ? 100_000 : null));
        await Download().FetchAsync(server.Address, Part, File.Length, _ => { }, Token);
        Assert.Equal(File, await System.IO.File.ReadAllBytesAsync(Part, Token));
        Assert.Equal([null, 100_000], server.Requests.Select(request => request.RangeFrom));
    }

    [Fact]
    public async Task What_an_earlier_process_fetched_is_not_fetched_again()
    {
        await System.IO.File.WriteAllBytesAsync(Part, File[..250_000], Token);
        await using var server = new ScriptedServer((request, stream) => ScriptedServer.FileAsync(request, stream, File));
        await Download().FetchAsync(server.Address, Part, File.Length, _ => { }, Token);
        Assert.Equal(File, await System.IO.File.ReadAllBytesAsync(Part, Token));
        Assert.Equal(250_000, Assert.Single(server.Requests).RangeFrom);
    }

    [Fact]
    public async Task A_server_that_ignores_ranges_is_read_from_the_start()
    {
        await System.IO.File.WriteAllBytesAsync(Part, new byte[1000], Token);
        await using var server = new ScriptedServer(async (_, stream) =>
        {
            await ScriptedServer.HeadAsync(stream, "200 OK", $"Content-Length: {File.Length}");
            await stream.WriteAsync(File);
        });
        await Download().FetchAsync(server.Address, Part, File.Length, _ => { }, Token);
        Assert.Equal(File, await System.IO.File.ReadAllBytesAsync(Part, Token));
    }

    [Fact]
    public async Task A_complete_part_needs_nothing_more()
    {
        await System.IO.File.WriteAllBytesAsync(Part, File, Token);
        await using var server = new ScriptedServer((_, stream) =>
            ScriptedServer.HeadAsync(stream, "416 Range Not Satisfiable", $"Content-Range: bytes */{File.Length}", "Content-Length: 0"));
        await Download().FetchAsync(server.Address, Part, File.Length, _ => { }, Token);
        Assert.Equal(File, await System.IO.File.ReadAllBytesAsync(Part, Token));
    }

    [Fact]
    public async Task A_file_that_changed_on_the_server_is_not_patched_together()
    {
        var first = true;
        await using var server = new ScriptedServer(async (request, stream) =>
        {
            if (first)
            {
                first = false;
                await ScriptedServer.HeadAsync(stream, "200 OK", $"Content-Length: {File.Length}", "ETag: \"one\"");
                await stream.WriteAsync(new byte[1000]);
                return;
            }
            Assert.Contains("If-Range: \"one\"", request.Lines);
            await ScriptedServer.HeadAsync(stream, "200 OK", $"Content-Length: {File.Length}", "ETag: \"two\"");
            await stream.WriteAsync(File);
        });
        await Download().FetchAsync(server.Address, Part, File.Length, _ => { }, Token);
        Assert.Equal(File, await System.IO.File.ReadAllBytesAsync(Part, Token));
    }

    [Fact]
    public async Task More_than_the_catalogue_says_is_not_accepted()
    {
        await using var server = new ScriptedServer((request, stream) => ScriptedServer.FileAsync(request, stream, File));
        var problem = await Assert.ThrowsAsync<NotulenException>(() => Download().FetchAsync(server.Address, Part, 1000, _ => { }, Token));
        Assert.Equal("setup.size", problem.Problem.Code);
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_given_up_and_what_came_in_stays()
    {
        await using var server = new ScriptedServer(async (request, stream) =>
        {
            await ScriptedServer.FileAsync(request, stream, File, cutAfter: request.RangeFrom is null ? 5000 : 0);
            await ScriptedServer.UntilHungUpAsync(stream);
        });
        await IsGivenUpAsync(server);
        Assert.Equal(File[..5000], await System.IO.File.ReadAllBytesAsync(Part, Token));
    }

    [Fact]
    public async Task A_server_that_begins_anew_each_time_and_never_ends_is_given_up_too()
    {
        await using var server = new ScriptedServer(async (request, stream) =>
        {
            await ScriptedServer.HeadAsync(stream, "200 OK", $"Content-Length: {File.Length}");
            await stream.WriteAsync(File.AsMemory(0, request.RangeFrom is null ? 5000 : 0));
            await ScriptedServer.UntilHungUpAsync(stream);
        });
        await IsGivenUpAsync(server);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_not_followed()
    {
        await using var server = new ScriptedServer((_, stream) =>
            ScriptedServer.HeadAsync(stream, "302 Found", "Location: https://elsewhere.example/file", "Content-Length: 0"));
        var problem = await Assert.ThrowsAsync<NotulenException>(() => Download().FetchAsync(server.Address, Part, 1000, _ => { }, Token));
        Assert.Equal("setup.host", problem.Problem.Code);
        Assert.Contains("elsewhere.example", problem.Problem.Details);
    }

    [Fact]
    public async Task A_server_that_is_too_busy_for_a_moment_is_asked_again()
    {
        var busy = true;
        await using var server = new ScriptedServer((request, stream) =>
        {
            if (!busy)
                return ScriptedServer.FileAsync(request, stream, File);
            busy = false;
            return ScriptedServer.HeadAsync(stream, "429 Too Many Requests", "Content-Length: 0");
        });
        await Download().FetchAsync(server.Address, Part, File.Length, _ => { }, Token);
        Assert.Equal(File, await System.IO.File.ReadAllBytesAsync(Part, Token));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_asked_for_again()
    {
        await using var server = new ScriptedServer((_, stream) => ScriptedServer.HeadAsync(stream, "404 Not Found", "Content-Length: 0"));
        var problem = await Assert.ThrowsAsync<NotulenException>(() => Download().FetchAsync(server.Address, Part, File.Length, _ => { }, Token));
        Assert.Equal("setup.network", problem.Problem.Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Where_nothing_answers_that_is_known()
    {
        var server = new ScriptedServer((_, _) => Task.CompletedTask);
        var address = server.Address;
        await server.DisposeAsync();
        Assert.Equal(SourceAnswer.Silent, await Download().ProbeAsync(address, File.Length, Token));
    }

    [Theory]
    [InlineData("200 OK", "Content-Length: 300000", SourceAnswer.Offered)]
    [InlineData("302 Found", "Location: /elsewhere", SourceAnswer.Offered)]
    // What a network answers that lets nobody out.
    [InlineData("200 OK", "Content-Length: 2048", SourceAnswer.Refused)]
    [InlineData("200 OK", "Content-Type: text/html; charset=utf-8", SourceAnswer.Refused)]
    [InlineData("302 Found", "Location: https://blocked.example/why", SourceAnswer.Refused)]
    [InlineData("403 Forbidden", "Content-Length: 0", SourceAnswer.Refused)]
    public async Task An_answer_counts_only_when_it_can_be_the_file(string status, string header, SourceAnswer expected)
    {
        await using var server = new ScriptedServer((_, stream) => ScriptedServer.HeadAsync(stream, status, header));
        Assert.Equal(expected, await Download().ProbeAsync(server.Address, File.Length, Token));
        Assert.Equal("HEAD", Assert.Single(server.Requests).Method);
    }

    public void Dispose()
    {
        _http.Dispose();
        _home.Dispose();
    }

    private async Task IsGivenUpAsync(ScriptedServer server)
    {
        var download = new ResumableDownload(_http, address => address.IsLoopback, TimeProvider.System)
        {
            Stall = TimeSpan.FromMilliseconds(100),
            Pause = TimeSpan.FromMilliseconds(1),
        };
        var problem = await Assert.ThrowsAsync<NotulenException>(() => download.FetchAsync(server.Address, Part, File.Length, _ => { }, Token));
        Assert.Equal("setup.network", problem.Problem.Code);
        Assert.True(server.Requests.Count >= 5);
    }

    private ResumableDownload Download() => new(_http, address => address.IsLoopback, TimeProvider.System)
    {
        Pause = TimeSpan.FromMilliseconds(1),
    };
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Notulen.EndToEnd;
using Xunit;

namespace Notulen.Web.Tests;

/// <summary>What keeps the server from starting: one sentence, exit code 2, and no work begun.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_pipeline_is_named_with_file_and_line()
    {
        var pipelines = Directory.CreateDirectory(_folder.File("pipelines"));
        File.WriteAllText(Path.Combine(pipelines.FullName, "raad.yaml"), "title: Raad\ntaal: nl\n");

        await RefusedAsync([("Pipelines__Folder", pipelines.FullName)], "raad.yaml", "regel 2", "taal");
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("127.0.0.9")]
    [InlineData("stadhuis.example")]
    public Task An_address_that_others_might_reach_is_refused(string address) =>
        RefusedAsync([("Web__Address", address)], address, "Web:Address");

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused()
    {
        await using var server = await Server.StartAsync();

        await using var second = await NotulenProcess.RunAsync(server.Folder, ["serve", "--port", "0"]);

        Assert.Equal(2, await second.ExitAsync());
        Assert.Contains("Een andere Notulen gebruikt", second.Errors);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_and_waiting_work_is_left_alone()
    {
        await using var server = await Server.StartAsync();
        using var answer = await server.UploadAsync("opname.m4a", File.ReadAllBytes(TestFolder.Sample("committee-en.opus")), ("soort", "commissie"), ("taalmodel", "none"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await server.StopAsync("KILL");
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var attempts = server.Folder.Query("select sum(Attempt) from StageRuns");

        await using var second = await NotulenProcess.RunAsync(server.Folder, ["serve", "--port", port]);

        Assert.Equal(2, await second.ExitAsync());
        Assert.Contains($"Poort {port} is al in gebruik", second.Errors);
        Assert.Equal(0, server.Folder.Query("select count(*) from StageRuns where State in (1, 3)"));
        Assert.Equal(attempts, server.Folder.Query("select sum(Attempt) from StageRuns"));
    }

    [Fact]
    public async Task A_port_that_is_for_administrators_is_named()
    {
        const int Port = 81;
        if (int.Parse(await File.ReadAllTextAsync("/proc/sys/net/ipv4/ip_unprivileged_port_start", Token), CultureInfo.InvariantCulture) <= Port)
            Assert.Skip("On this machine everybody may listen on low ports.");
        string[] unprivileged = Environment.IsPrivilegedProcess ? ["setpriv", "--inh-caps=-net_bind_service", "--bounding-set=-net_bind_service"] : [];

        await using var run = await NotulenProcess.RunAsync(_folder, ["serve", "--port", "81"], null, unprivileged);

        Assert.Equal(2, await run.ExitAsync());
        Assert.Contains("poort 81", run.Errors);
    }

    public void Dispose() => _folder.Dispose();

    private async Task RefusedAsync((string Name, string Value)[] settings, params string[] said)
    {
        await using var run = await NotulenProcess.RunAsync(
            _folder, ["serve", "--port", "0"], settings.ToDictionary(setting => "NOTULEN__" + setting.Name, setting => setting.Value));

        Assert.Equal(2, await run.ExitAsync());
        Assert.Single(run.Errors.Trim().Split('\n'));
        foreach (var part in said)
            Assert.Contains(part, run.Errors);
        Assert.Empty(run.Output.Trim());
    }
}

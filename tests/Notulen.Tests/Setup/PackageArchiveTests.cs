using System.Formats.Tar;
using System.Text;
using Notulen.Core.Problems;
using Notulen.Engines.Setup;
using Xunit;

namespace Notulen.Tests.Setup;

public sealed class PackageArchiveTests : IDisposable
{
    private readonly TemporaryHome _home = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Archive => _home.File("thing.tgz");

    private string Target => _home.File("target");

    [Fact]
    public async Task Only_what_is_asked_for_is_unpacked()
    {
        FakeNpm.WriteArchive(Archive, Plain("package/src/a/b.c", "b"), Plain("package/other.c", "c"));
        await PackageArchive.ExtractAsync(Archive, "package/src/", Target, 1000, Token);
        Assert.Equal("b", await File.ReadAllTextAsync(Path.Combine(Target, "a", "b.c"), Token));
        Assert.Single(Directory.GetFiles(Target, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("package/src/../../escaped")]
    [InlineData("package/src//etc/escaped")]
    public async Task A_name_that_leads_outside_is_refused(string name)
    {
        FakeNpm.WriteArchive(Archive, Plain(name, "x"));
        await IsRefusedAsync();
        Assert.False(File.Exists(_home.File("escaped")));
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    public async Task A_link_is_refused(TarEntryType type)
    {
        FakeNpm.WriteArchive(Archive, ("package/src/link", type, Encoding.UTF8.GetBytes("/etc/passwd")));
        await IsRefusedAsync();
    }

    [Fact]
    public async Task An_archive_that_unpacks_to_more_than_expected_is_refused()
    {
        FakeNpm.WriteArchive(Archive, ("package/src/a", TarEntryType.RegularFile, new byte[600]), ("package/src/b", TarEntryType.RegularFile, new byte[600]));
        await IsRefusedAsync();
        Assert.False(File.Exists(Path.Combine(Target, "b")));
    }

    [Fact]
    public async Task A_file_that_is_larger_than_the_model_is_refused()
    {
        FakeNpm.WriteArchive(Archive, ("package/model", TarEntryType.RegularFile, new byte[600]));
        var problem = await Assert.ThrowsAsync<NotulenException>(() =>
            PackageArchive.CopyFileAsync(Archive, "package/model", new MemoryStream(), 599, _ => { }, Token));
        Assert.Equal("setup.archive", problem.Problem.Code);
    }

    public void Dispose() => _home.Dispose();

    private static (string, TarEntryType, byte[]) Plain(string name, string content) => (name, TarEntryType.RegularFile, Encoding.UTF8.GetBytes(content));

    private async Task IsRefusedAsync()
    {
        var problem = await Assert.ThrowsAsync<NotulenException>(() => PackageArchive.ExtractAsync(Archive, "package/src/", Target, 1000, Token));
        Assert.Equal("setup.archive", problem.Problem.Code);
    }
}

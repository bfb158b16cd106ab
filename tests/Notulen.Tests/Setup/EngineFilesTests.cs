using System.Security.Cryptography;
using Notulen.Core.Problems;
using Notulen.Engines;
using Notulen.Engines.Models;
using Notulen.Engines.Setup;
using Xunit;

namespace Notulen.Tests.Setup;

public sealed class EngineFilesTests : IDisposable
{
    private static readonly byte[] Content = [1, 2, 3];

    private static readonly ModelEntry Entry = new(
        "test", ModelKind.Speech, "test.bin", new Dictionary<string, int> { ["nl"] = 1 }, Content.Length, 1, 0, "MIT",
        Convert.ToHexStringLower(SHA256.HashData(Content)), Demonstration: true, []);

    private readonly TemporaryHome _home = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Path => System.IO.Path.Combine(_home.Folders.Models, Entry.File);

    [Fact]
    public async Task A_sound_model_is_handed_out_with_its_hash_and_what_it_is_worth()
    {
        Write(Content);
        var file = await Files().ModelAsync("test", Token);
        Assert.Equal(new ModelFile("test", Path, Entry.Sha256!, Demonstration: true), file);
    }

    [Fact]
    public async Task A_damaged_model_is_not_handed_out_until_it_is_whole_again()
    {
        var files = Files();
        Write([1, 2]);
        Assert.Equal("model.damaged", await CodeAsync(files));
        Write(Content);
        Assert.Equal(Path, (await files.ModelAsync("test", Token)).Path);
    }

    [Fact]
    public async Task A_model_that_cannot_be_read_is_said_to_be_so()
    {
        Write(Content);
        await using var held = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal("model.unreadable", await CodeAsync(Files()));
    }

    [Fact]
    public async Task A_model_that_is_not_here_is_said_to_be_missing() => Assert.Equal("model.missing", await CodeAsync(Files()));

    public void Dispose() => _home.Dispose();

    private static async Task<string> CodeAsync(EngineFiles files) =>
        (await Assert.ThrowsAsync<NotulenException>(() => files.ModelAsync("test", Token))).Problem.Code;

    private void Write(byte[] content)
    {
        Directory.CreateDirectory(_home.Folders.Models);
        File.WriteAllBytes(Path, content);
    }

    private EngineFiles Files() => new(
        new ModelStore(_home.Folders, new ModelCatalogue([], [Entry]), _home.File("nothing")),
        new EngineStore(_home.Folders, NpmLock.Embedded, Processor.Current));
}

using System.Text.Json;
using Notulen.Core;
using Notulen.Core.Problems;
using Notulen.Engines.Setup;
using Xunit;

namespace Notulen.Tests.Setup;

public sealed class EngineBuildTests : IDisposable
{
    // A program that is on no PATH, so that the machine's own engines do not count.
    private static readonly EngineRecipe Recipe = EngineRecipe.Speech with { Programs = ["notulen-test-server"] };

    private readonly TemporaryHome _home = new();

    [Theory]
    [InlineData("[12/48] Building CXX object", 0.25)]
    [InlineData("[ 42%] Building CXX object", 0.42)]
    [InlineData("[48/48] Linking", 1)]
    public void The_progress_of_a_build_is_read_from_its_lines(string line, double expected)
    {
        var seen = new List<double>();
        new BuildProgress(seen.Add).Read(line);
        Assert.Equal(expected, Assert.Single(seen), 3);
    }

    [Fact]
    public void Other_lines_say_nothing_of_progress()
    {
        var seen = new List<double>();
        var progress = new BuildProgress(seen.Add);
        progress.Read("-- Configuring done");
        progress.Read("warning: [3/0] x");
        progress.Read("[3/0] x");
        Assert.Empty(seen);
    }

    [Fact]
    public void An_engine_counts_only_with_its_programs_and_for_this_processor()
    {
        var processor = new Processor("test", "aaaa");
        Install(processor);
        Assert.NotNull(Store(processor).ReadCurrent(Recipe));
        Assert.Null(Store(new Processor("older", "bbbb")).ReadCurrent(Recipe));
        File.Delete(Path.Combine(_home.Folders.Engines, Recipe.Name, Recipe.Programs[0]));
        Assert.Null(Store(processor).ReadCurrent(Recipe));
    }

    [Fact]
    public async Task A_program_that_changed_since_it_was_built_is_not_run()
    {
        var processor = new Processor("test", "aaaa");
        Install(processor);
        var problem = await Assert.ThrowsAsync<NotulenException>(() =>
            Store(processor).CheckAsync(Recipe, Recipe.Programs[0], TestContext.Current.CancellationToken));
        Assert.Equal("engine.damaged", problem.Problem.Code);
    }

    [Fact]
    public void Two_setups_do_not_run_at_once()
    {
        using (SetupLock.Take(_home.Path))
            Assert.Equal("setup.busy", Assert.Throws<NotulenException>(() => SetupLock.Take(_home.Path)).Problem.Code);
        SetupLock.Take(_home.Path).Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/below")]
    public void A_home_that_cannot_be_written_is_not_taken_for_a_busy_one(string below)
    {
        File.WriteAllText(_home.File("file"), "");
        Assert.Equal("setup.folder", Assert.Throws<NotulenException>(() => SetupLock.Take(_home.File("file") + below)).Problem.Code);
    }

    public void Dispose() => _home.Dispose();

    private EngineStore Store(Processor processor) => new(_home.Folders, NpmLock.Embedded, processor);

    private void Install(Processor processor)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_home.Folders.Engines, Recipe.Name)).FullName;
        File.WriteAllText(Path.Combine(folder, Recipe.Programs[0]), "not what was built");
        var manifest = EngineManifest.For(Recipe, NpmLock.Embedded.Find(Recipe.Package), processor) with
        {
            Programs = new Dictionary<string, string> { [Recipe.Programs[0]] = new('0', 64) },
        };
        File.WriteAllText(Path.Combine(folder, EngineManifest.File), JsonSerializer.Serialize(manifest, NotulenJson.Readable));
    }
}

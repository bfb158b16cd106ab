using Notulen.Core.Problems;
using Notulen.Engines.Models;
using Xunit;

namespace Notulen.Tests.Setup;

public sealed class ModelChoiceTests : IDisposable
{
    private const long Gigabyte = 1_000_000_000;

    private readonly TemporaryHome _home = new();

    [Theory]
    [InlineData(2, 16, "nl", "small")]
    [InlineData(4, 16, "nl", "large-v3-turbo")]
    [InlineData(8, 32, "nl", "large-v2")]
    [InlineData(8, 32, "en", "large-v3")]
    [InlineData(8, 4, "nl", "large-v2-q5_0")]
    [InlineData(2, 1, "nl", "small-q5_1")]
    public void The_default_is_the_best_that_fits_and_keeps_up(int cores, int gigabytes, string language, string expected)
    {
        var speech = ModelCatalogue.Embedded.Models.Where(entry => entry.Kind == ModelKind.Speech);
        Assert.Equal(expected, ModelChoice.Best(speech, new Machine(cores, gigabytes * Gigabyte), language)!.Name);
    }

    [Fact]
    public void A_model_for_English_only_is_no_choice_for_Dutch_or_an_unknown_language()
    {
        Put("base.en");
        Assert.Equal("base.en", Choice().Speech(null, "en"));
        Assert.Equal("model.none", Assert.Throws<NotulenException>(() => Choice().Speech(null, "nl")).Problem.Code);
        Assert.Equal("model.none", Assert.Throws<NotulenException>(() => Choice().Speech(null, "auto")).Problem.Code);
        Assert.Equal("model.language", Assert.Throws<NotulenException>(() => Choice().Speech("base.en", "nl")).Problem.Code);
    }

    [Fact]
    public void A_demonstration_model_serves_only_where_nothing_else_is_there()
    {
        Put("tiny");
        Assert.Equal("tiny", Choice().Speech(null, "en"));
        Put("base.en");
        Assert.Equal("base.en", Choice().Speech(null, "en"));
        Assert.Equal("tiny", Choice().Speech(null, "nl"));
    }

    [Fact]
    public void A_slow_model_of_ones_own_is_used_when_it_is_the_only_one()
    {
        Put("large-v3");
        Assert.Equal("large-v3", Choice(cores: 2).Speech(null, "nl"));
    }

    [Fact]
    public void A_named_model_must_be_on_this_machine()
    {
        Assert.Equal("model.missing", Assert.Throws<NotulenException>(() => Choice().Speech("small", "nl")).Problem.Code);
        Put("small");
        Assert.Equal("small", Choice().Speech("SMALL", "nl"));
    }

    [Fact]
    public void No_language_model_is_a_choice_too()
    {
        Assert.Null(Choice().Language(null, "nl"));
        Put("tinyllama");
        Assert.Equal("tinyllama", Choice().Language(null, "nl"));
        Assert.Null(Choice().Language("none", "nl"));
    }

    [Fact]
    public void The_administrators_own_folder_comes_first()
    {
        Put("tiny");
        var own = Directory.CreateDirectory(_home.File("own")).FullName;
        File.WriteAllText(Path.Combine(own, "ggml-tiny.bin"), "own");
        var store = new ModelStore(_home.Folders, ModelCatalogue.Embedded, own);
        Assert.Equal(Path.Combine(own, "ggml-tiny.bin"), store.Find(ModelCatalogue.Embedded.Find("tiny")));
    }

    public void Dispose() => _home.Dispose();

    private void Put(string name)
    {
        Directory.CreateDirectory(_home.Folders.Models);
        File.WriteAllText(Path.Combine(_home.Folders.Models, ModelCatalogue.Embedded.Find(name).File), "");
    }

    private ModelChoice Choice(int cores = 8) =>
        new(new ModelStore(_home.Folders, ModelCatalogue.Embedded, _home.File("nothing")), new Machine(cores, 32 * Gigabyte));
}

using Notulen.Core.Problems;
using Notulen.Engines.Models;
using Notulen.Engines.Setup;
using Xunit;

namespace Notulen.Tests.Setup;

public class ModelCatalogueTests
{
    private static readonly ModelCatalogue Catalogue = ModelCatalogue.Embedded;

    [Fact]
    public void Names_and_files_are_unique()
    {
        Assert.Equal(Catalogue.Models.Count, Catalogue.Models.Select(entry => entry.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(Catalogue.Models.Count, Catalogue.Models.Select(entry => entry.File).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Every_entry_has_a_source_a_licence_and_sizes()
    {
        var packages = NpmLock.Embedded.Packages.Select(package => package.Name).ToHashSet();
        Assert.All(Catalogue.Models, entry =>
        {
            Assert.NotEmpty(entry.Licence);
            Assert.True(entry.Bytes > 0);
            Assert.Equal(Path.GetFileName(entry.File), entry.File);
            Assert.True(entry.Sha256 is null || entry.Sha256.Length == 64);
            Assert.NotEmpty(entry.Sources);
            Assert.All(entry.Sources, source =>
            {
                Assert.True(source.Url is null != source.Npm is null);
                Assert.True(source.Url is null || Catalogue.Allows(source.Url));
                Assert.All(source.Npm ?? [], file => Assert.Contains(file.Package, packages));
            });
        });
    }

    [Fact]
    public void Models_that_think_have_languages_memory_and_cost()
    {
        Assert.All(Catalogue.Models.Where(entry => entry.Kind is ModelKind.Speech or ModelKind.Language), entry =>
        {
            Assert.All(entry.Quality.Values, quality => Assert.InRange(quality, 1, 100));
            Assert.NotEmpty(entry.Quality);
            Assert.True(entry.MemoryBytes > entry.Bytes);
            Assert.True(entry.Cost > 0);
        });
    }

    [Theory]
    [InlineData("https://huggingface.co/a", true)]
    [InlineData("https://cdn-lfs.hf.co/a", true)]
    [InlineData("http://huggingface.co/a", false)]
    [InlineData("https://huggingface.co.example/a", false)]
    [InlineData("https://nothf.co/a", false)]
    public void Only_hosts_of_the_list_are_spoken_to_and_only_over_TLS(string address, bool allowed) =>
        Assert.Equal(allowed, Catalogue.Allows(new Uri(address)));

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones()
    {
        var problem = Assert.Throws<NotulenException>(() => Catalogue.Find("gigantic", ModelKind.Speech)).Problem;
        Assert.Equal("model.unknown", problem.Code);
        Assert.Contains("large-v3", problem.Details[1]);
        Assert.DoesNotContain("tinyllama", problem.Details[1]);
    }
}

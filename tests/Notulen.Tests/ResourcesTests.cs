using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Xunit;

namespace Notulen.Tests;

public class ResourcesTests
{
    [Fact]
    public void Every_problem_is_said_in_Dutch_and_in_English()
    {
        var resources = new ResourceManager("Notulen.Core.Problems.Problems", typeof(Core.Problems.Problem).Assembly);
        var dutch = Keys(resources, "nl");
        var english = Keys(resources, "en");
        Assert.NotEmpty(dutch);
        Assert.Equal(dutch, english);
    }

    [Theory]
    [InlineData("Notulen.Core.Problems.Problems", typeof(Core.Problems.Problem))]
    [InlineData("Notulen.App.Texts", typeof(App.CommandLine.NotulenCommandLine))]
    public void What_is_filled_in_is_the_same_in_both_languages(string name, Type owner)
    {
        var resources = new ResourceManager(name, owner.Assembly);
        foreach (var key in Keys(resources, "nl"))
            Assert.Equal((key, Holes(resources, key, "nl")), (key, Holes(resources, key, "en")));
    }

    private static string Holes(ResourceManager resources, string key, string culture) => string.Join(
        ' ', Regex.Matches(resources.GetString(key, CultureInfo.GetCultureInfo(culture))!, @"\{\d\}").Select(hole => hole.Value).Distinct().Order(StringComparer.Ordinal));

    private static List<string> Keys(ResourceManager resources, string culture)
    {
        // The neutral resources are Dutch, so Dutch is looked up with its parents and English without.
        var set = culture == "nl"
            ? resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)
            : resources.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false);
        return [.. set!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal)];
    }
}

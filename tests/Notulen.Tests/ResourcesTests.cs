using System.Collections;
using System.Globalization;
using System.Resources;
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

    private static List<string> Keys(ResourceManager resources, string culture)
    {
        // The neutral resources are Dutch, so Dutch is looked up with its parents and English without.
        var set = culture == "nl"
            ? resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)
            : resources.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false);
        return [.. set!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal)];
    }
}

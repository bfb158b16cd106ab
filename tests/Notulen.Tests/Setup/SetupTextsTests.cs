using System.Collections;
using System.Globalization;
using System.Resources;
using Notulen.Engines.Models;
using Notulen.Engines.Setup;
using Xunit;

namespace Notulen.Tests.Setup;

public class SetupTextsTests
{
    [Fact]
    public void Everything_is_said_in_Dutch_and_in_English()
    {
        Assert.NotEmpty(Keys(CultureInfo.InvariantCulture));
        Assert.Equal(Keys(CultureInfo.InvariantCulture), Keys(CultureInfo.GetCultureInfo("en")));
    }

    [Fact]
    public void Every_state_and_kind_has_its_words()
    {
        var keys = Keys(CultureInfo.InvariantCulture);
        Assert.All(Enum.GetNames<SetupState>(), state => Assert.Contains("state." + state, keys));
        Assert.All(Enum.GetNames<ModelKind>(), kind =>
        {
            Assert.Contains("kind." + kind, keys);
            Assert.Contains("part." + kind, keys);
        });
    }

    private static List<string> Keys(CultureInfo culture) =>
        [.. new ResourceManager("Notulen.Engines.Setup.SetupTexts", typeof(SetupTexts).Assembly)
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal)];
}

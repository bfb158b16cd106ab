using System.Collections;
using System.Globalization;
using System.Resources;
using Notulen.Core.Minutes;
using Notulen.Documents;
using Xunit;

namespace Notulen.Tests.Documents;

public class DocumentTextsTests
{
    [Fact]
    public void Every_text_of_a_document_is_there_in_Dutch_and_in_English_with_the_same_places_to_fill_in()
    {
        var resources = new ResourceManager("Notulen.Documents.Texts", typeof(MeetingResult).Assembly);
        var dutch = Texts(resources, CultureInfo.InvariantCulture);
        var english = Texts(resources, CultureInfo.GetCultureInfo("en"));
        Assert.NotEmpty(dutch);
        Assert.Equal(dutch, english);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Every_outcome_has_its_own_word(string language)
    {
        var texts = new DocumentTexts(language);
        var words = Enum.GetValues<Outcome>().Select(outcome => texts.Outcome(outcome, "")).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Theory]
    [InlineData("Het verslag is vastgesteld.", "vastgesteld")]
    [InlineData("Dit punt gaat als hamerstuk naar de raad.", "hamerstuk")]
    [InlineData("Het voorstel haalt het.", "aangenomen")]
    public void An_outcome_is_told_in_the_word_that_was_used(string said, string word) =>
        Assert.Equal(word, new DocumentTexts("nl").Outcome(Outcome.Adopted, said));

    [Theory]
    [InlineData("nl", "19.30 uur")]
    [InlineData("en", "19:30")]
    public void A_time_is_written_as_people_do(string language, string time) => Assert.Equal(time, new DocumentTexts(language).Time("19:30"));

    [Theory]
    [InlineData(20.2, "21 seconden")]
    [InlineData(2140, "36 min.")]
    [InlineData(5730, "1 uur en 36 min.")]
    [InlineData(7200, "2 uur en 0 min.")]
    public void A_duration_is_said_in_hours_and_minutes(double seconds, string text) => Assert.Equal(text, new DocumentTexts("nl").Duration(seconds));

    private static List<string> Texts(ResourceManager resources, CultureInfo culture) =>
        [.. resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .Select(entry => $"{entry.Key} {string.Concat(Enumerable.Range(0, 4).Where(i => ((string)entry.Value!).Contains($"{{{i}}}", StringComparison.Ordinal)))}")
            .Order(StringComparer.Ordinal)];
}

using Notulen.Benchmarks;
using Xunit;

namespace Notulen.Tests.Transcripts;

public class WordErrorRateTests
{
    [Theory]
    [InlineData("De motie is verworpen.", "de motie is verworpen", 0, 4)]
    [InlineData("De motie is verworpen.", "De Motie, is niet verworpen!", 1, 4)]
    [InlineData("een twee drie vier", "een drie vijf", 2, 4)]
    [InlineData("Dat kost 182.000 euro, 35% minder.", "dat kost 182000 euro 35 procent minder", 0, 7)]
    [InlineData("foto's en foto’s", "foto's en foto's", 0, 3)]
    [InlineData("anderhalf-miljoen één", "anderhalf miljoen een", 1, 3)]
    [InlineData("", "verzonnen woorden", 2, 0)]
    [InlineData("1.500,25", "1500 25", 0, 2)]
    public void Words_are_compared_as_they_are_heard(string reference, string hypothesis, int errors, int words) =>
        Assert.Equal(new WordErrorRate(errors, words), WordErrorRate.Of(reference, hypothesis));

    [Fact]
    public void The_rate_counts_per_word_that_was_said()
    {
        Assert.Equal(0.25, WordErrorRate.Of("een twee drie vier", "een twee drie vijf").Rate);
        Assert.Equal(2, WordErrorRate.Of("", "verzonnen woorden").Rate);
    }
}

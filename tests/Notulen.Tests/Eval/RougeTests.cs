using Notulen.App.Eval.Scores;
using Xunit;

namespace Notulen.Tests.Eval;

/// <summary>Figures as <c>score.py rouge</c> gives them.</summary>
public class RougeTests
{
    [Fact]
    public void Words_pairs_and_the_longest_row_are_compared_in_lower_case()
    {
        var score = Rouge.Of("De raad besluit de brug te bouwen, en de raad gaat naar huis.", "De raad bouwt de brug. Daarna gaat de raad naar huis!");
        Assert.Equal((0.75, 0.3636, 0.6667), (Rounded.Of(score.One), Rounded.Of(score.Two), Rounded.Of(score.Longest)));
    }

    [Fact]
    public void An_empty_summary_shares_nothing() => Assert.Equal(default, Rouge.Of("a", ""));

    [Fact]
    public void Of_a_set_the_rounded_figures_are_averaged() =>
        Assert.Equal(new Rouge(0.3333, 0.5, 0), Rouge.Mean([new(1 / 3.0, 1, 0), new(0.33331, 0, 0)]));

    [Theory]
    [InlineData(0.03125, 0.0312)]
    [InlineData(0.09375, 0.0938)]
    [InlineData(0.12345, 0.1235)]
    [InlineData(2 / 3.0, 0.6667)]
    public void Figures_are_rounded_as_Python_rounds(double value, double rounded) => Assert.Equal(rounded, Rounded.Of(value));
}

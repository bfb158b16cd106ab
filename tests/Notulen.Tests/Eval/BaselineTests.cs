using System.Globalization;
using Notulen.App.Eval.Report;
using Notulen.App.Eval.Scores;
using Xunit;

namespace Notulen.Tests.Eval;

public class BaselineTests
{
    [Theory]
    [InlineData(Direction.Higher, 0.90, 0.894, true)]
    [InlineData(Direction.Higher, 0.90, 0.895, false)]
    [InlineData(Direction.Higher, 0.90, 0.99, false)]
    [InlineData(Direction.Lower, 0.10, 0.106, true)]
    [InlineData(Direction.Lower, 0.10, 0.105, false)]
    [InlineData(Direction.Lower, 0.10, 0.01, false)]
    [InlineData(Direction.None, 0.90, 0.1, false)]
    public void A_figure_has_fallen_when_it_is_worse_by_more_than_the_margin(Direction better, double before, double now, bool fallen)
    {
        var figure = new Figure("set", "measure", "F1", now, better);
        Assert.Equal(fallen, Baseline.Fallen([figure], ScoresFile.Of([figure with { Value = before }], null)).Count > 0);
    }

    [Fact]
    public void A_figure_that_was_not_there_before_is_not_compared() =>
        Assert.Empty(Baseline.Fallen([new Figure("new", "measure", "F1", 0, Direction.Higher)], ScoresFile.Of([], null)));

    [Fact]
    public void The_table_has_a_heading_per_set_and_a_line_per_measure()
    {
        var figures = new FigureList();
        figures.Add("denhaag", "motionsFound", new Hits(8, 9, 10));
        figures.Add("faithfulness.nl", "caught.date", new Share(1, 2));
        Assert.Equal(
            [
                "denhaag",
                "  motions and amendments            F1 0.842  P 0.889  R 0.800  8/9/10",
                "faithfulness.nl",
                "    error caught: date              acc 0.500  1/2",
            ],
            FigureTable.Lines(figures.All, CultureInfo.GetCultureInfo("en-GB")));
    }

    [Fact]
    public void A_share_of_nothing_is_no_figure()
    {
        var figures = new FigureList();
        figures.Add("denhaag", "heading", default(Share));
        Assert.Empty(figures.All);
    }
}

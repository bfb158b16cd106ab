using Notulen.App.Eval.Scores;
using Xunit;

namespace Notulen.Tests.Eval;

/// <summary>Where a figure is not plain to see, it is the one that <c>score.py</c> gives.</summary>
public class BoundariesTests
{
    private static readonly int[] Gold = [3, 10, 20, 30];
    private static readonly int[] Said = [1, 5, 12, 27, 33];

    [Fact]
    public void A_boundary_is_matched_once_within_the_tolerance() => Assert.Equal(new Hits(2, 5, 4), Boundaries.Match(Gold, Said));

    [Fact]
    public void A_boundary_that_is_said_twice_is_one() => Assert.Equal(new Hits(1, 1, 1), Boundaries.Match([4], [5, 5]));

    [Fact]
    public void Outside_the_tolerance_nothing_is_matched() => Assert.Equal(0, Boundaries.Match([10], [13]).Right);

    [Fact]
    public void Windows_are_half_a_mean_segment() => Assert.Equal((0.5, 0.5), Boundaries.Disagreement(Gold, Said, 40));

    [Fact]
    public void The_beginning_of_the_meeting_is_no_boundary() => Assert.Equal((0, 0), Boundaries.Disagreement([0, 5], [5], 12));

    [Fact]
    public void Two_boundaries_close_together_differ_from_one_only_for_WindowDiff()
    {
        var (pk, difference) = Boundaries.Disagreement([10], [10, 11], 20);
        Assert.True(difference > pk);
    }

    [Fact]
    public void A_meeting_shorter_than_a_window_has_no_disagreement() => Assert.Equal((0, 0), Boundaries.Disagreement([], [], 1));
}

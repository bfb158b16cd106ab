using Notulen.App.Eval.Formats;
using Notulen.App.Eval.Scores;
using Xunit;

namespace Notulen.Tests.Eval;

public class VotesTests
{
    [Theory]
    [InlineData("H.1", "H.1")]
    [InlineData("h1", "H.1")]
    [InlineData("H. 1", "H.1")]
    [InlineData("L.A", "L.A")]
    [InlineData("LA", "L.A")]
    [InlineData("A.1.2", "A.1.2")]
    [InlineData("K punt 1", "KPUNT.1")]
    [InlineData("12", "12")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_number_is_the_same_however_it_is_written(string? written, string number) => Assert.Equal(number, Votes.NumberOf(written));

    [Theory]
    [InlineData(null, null, true, true)]
    [InlineData(45, 0, false, true)]
    [InlineData(0, 0, false, false)]
    [InlineData(null, 0, false, false)]
    [InlineData(44, 1, false, false)]
    public void Unanimous_is_right_when_it_is_said_or_nobody_is_against(int? votesFor, int? votesAgainst, bool unanimous, bool right) => Assert.Equal(
        right, Votes.AreRight(new Vote { Unanimous = true }, new Vote { VotesFor = votesFor, VotesAgainst = votesAgainst, Unanimous = unanimous }));

    [Theory]
    [InlineData(24, 21, true)]
    [InlineData(21, 24, false)]
    [InlineData(24, null, false)]
    public void Counted_votes_are_right_when_both_are(int? votesFor, int? votesAgainst, bool right) => Assert.Equal(
        right, Votes.AreRight(new Vote { VotesFor = 24, VotesAgainst = 21 }, new Vote { VotesFor = votesFor, VotesAgainst = votesAgainst }));

    [Theory]
    [InlineData("tied", "held-over")]
    [InlineData("Adopted", "adopted")]
    [InlineData(null, "none")]
    public void A_tied_vote_is_put_to_the_vote_again_so_it_is_held_over(string? outcome, string same) =>
        Assert.Equal(same, Votes.OutcomeOf(new Vote { Outcome = outcome }));
}

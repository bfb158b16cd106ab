using Notulen.Core.Meetings;
using Notulen.Core.Minutes;
using Notulen.Core.Minutes.Checks;
using Notulen.Core.Minutes.Facts;
using Xunit;

namespace Notulen.Tests.Minutes;

public class VoteArithmeticTests
{
    [Theory]
    [InlineData(Outcome.Adopted, 9, 2, null, 11, null)]
    [InlineData(Outcome.Adopted, 2, 9, null, 11, "er zijn niet meer stemmen voor (2) dan tegen (9) genoemd")]
    [InlineData(Outcome.AdoptedAmended, 5, 5, null, 11, "er zijn niet meer stemmen voor (5) dan tegen (5) genoemd")]
    [InlineData(Outcome.Rejected, 9, 2, null, 11, "er zijn meer stemmen voor (9) dan tegen (2) genoemd")]
    [InlineData(Outcome.Rejected, 5, 5, null, 11, null)]
    [InlineData(Outcome.Adopted, 9, 2, 1, 11, "er zijn 12 stemmen genoemd, en 11 aanwezige leden")]
    [InlineData(Outcome.Adopted, 12, null, null, 11, "er zijn 12 stemmen genoemd, en 11 aanwezige leden")]
    [InlineData(Outcome.Adopted, 12, 4, null, null, null)]
    [InlineData(Outcome.HeldOver, null, null, null, 11, null)]
    public void What_does_not_agree_is_told(Outcome outcome, int? votesFor, int? against, int? abstained, int? present, string? note)
    {
        var decision = new VoteArithmetic("nl", present).Check(new Decision { Text = "Zo.", Outcome = outcome, VotesFor = votesFor, VotesAgainst = against, Abstained = abstained });
        Assert.Equal(Support.Supported, decision.Support);
        if (note is null)
            Assert.Null(decision.Note);
        else
            Assert.StartsWith(note, decision.Note);
    }

    [Theory]
    [InlineData("nl", "Er zijn drieënveertig leden aanwezig.", 43)]
    [InlineData("nl", "Ik constateer dat er 21 van de 23 raadsleden aanwezig zijn.", 21)]
    [InlineData("en", "We have twelve members present tonight.", 12)]
    [InlineData("nl", "Er zijn twee leden niet aanwezig.", null)]
    [InlineData("nl", "Er zijn drie moties.", null)]
    public void Members_are_counted_as_the_chair_counts_them(string language, string sentence, int? members) =>
        Assert.Equal(members, AttendanceCues.Find(new ItemScene(Spoken.Item(language, "Opening", ["Goedenavond.", sentence]))).Members);

    [Fact]
    public void A_list_of_some_people_is_no_count()
    {
        Assert.Null(VoteArithmetic.Present(new Attendance(), [new Participant { Name = "A", Party = "X", Present = true }, new Participant { Name = "B", Party = "Y" }]));
        Assert.Equal(1, VoteArithmetic.Present(new Attendance(), [new Participant { Name = "A", Party = "X", Present = true }, new Participant { Name = "B", Party = "Y", Present = false }]));
    }
}

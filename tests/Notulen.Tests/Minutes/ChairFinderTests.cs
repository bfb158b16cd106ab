using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.People;
using Notulen.Core.Minutes.Words;
using Xunit;

namespace Notulen.Tests.Minutes;

public class ChairFinderTests
{
    private static readonly Roster Nobody = new([]);

    [Fact]
    public void Who_opens_gives_the_floor_and_closes_is_the_chair() =>
        Assert.Equal("Spreker 1", Find(Nobody,
            "Spreker 1> Ik open de vergadering.", "Spreker 1> Het woord is aan mevrouw Bos.", "Spreker 2> Het dak lekt.", "Spreker 3> Wie is er voor een nieuw dak?",
            "Spreker 1> Daar stemmen we straks over.", "Spreker 1> Ik sluit de vergadering."));

    [Fact]
    public void Without_a_clear_majority_nobody_is_the_chair()
    {
        Assert.Null(Find(Nobody, "Spreker 1> Ik open de vergadering.", "Spreker 2> Het dak lekt."));
        Assert.Null(Find(Nobody, "Spreker 1> Ik open de vergadering.", "Spreker 2> Ik heropen de vergadering.", "Spreker 1> Het woord is aan mevrouw Bos.", "Spreker 2> Ik sluit de vergadering."));
    }

    [Fact]
    public void The_roster_goes_before_a_guess()
    {
        var roster = new Roster(Spoken.Roster.Participants);
        string[] said = ["Bart Vermeulen> Ik open de vergadering.", "Bart Vermeulen> Het woord is aan mevrouw Bos.", "Bart Vermeulen> Ik sluit de vergadering."];
        Assert.Null(Find(roster, said));
        Assert.Equal("Willemijn ter Braak", Find(roster, [.. said, "Willemijn ter Braak> Dank u."]));
    }

    [Fact]
    public void What_a_member_calls_adopted_is_no_decision_when_the_chair_is_known_by_voice()
    {
        var item = Spoken.Item("nl", "Zwembad", "Spreker 2> Dan is het voorstel wat ons betreft aangenomen.", "Spreker 1> Het voorstel is aangenomen.");
        Assert.Equal([[0], [1]], CueFacts.Find(item).Decisions.Select(decision => decision.Evidence));
        Assert.Equal([1], Assert.Single(CueFacts.Find(item with { Chair = "Spreker 1" }).Decisions).Evidence);
    }

    private static string? Find(Roster roster, params string[] said)
    {
        var item = Spoken.Item("nl", "", said);
        return ChairFinder.Find(SentenceCutter.Cut(item.Segments, "nl"), CueBook.Of(item.Cues), roster);
    }
}

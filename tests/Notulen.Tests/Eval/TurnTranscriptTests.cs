using Notulen.App.Eval.Formats;
using Notulen.App.Eval.Runs;
using Xunit;

namespace Notulen.Tests.Eval;

public class TurnTranscriptTests
{
    private static readonly SpokenTurn[] Turns =
    [
        new() { Speaker = "De voorzitter", Role = "voorzitter", Text = "Ik open de vergadering. Aan de orde is punt 1." },
        new() { Speaker = "Niemand", Text = "" },
        new() { Speaker = "Jan Bos", Party = "Dorp Eerst", Role = "raadslid", Text = "Dank u wel.\nIk heb drie vragen. De eerste is kort." },
        new() { Speaker = "De voorzitter", Role = "voorzitter", Text = "Ga uw gang" },
    ];

    private readonly TurnTranscript _spoken = new(Turns);

    [Fact]
    public void Each_sentence_is_a_segment_that_knows_its_turn()
    {
        Assert.Equal(
            [(0, "Ik open de vergadering."), (0, "Aan de orde is punt 1."), (2, "Dank u wel."), (2, "Ik heb drie vragen."), (2, "De eerste is kort."), (3, "Ga uw gang")],
            _spoken.Transcript.Segments.Select(segment => (_spoken.TurnOf(segment.Id), segment.Text)));
    }

    [Fact]
    public void Evidence_is_told_in_turns_and_an_invented_segment_in_none() => Assert.Equal([0, 2], _spoken.TurnsOf([4, 0, 3, -1, 99]));

    [Fact]
    public void Who_is_known_by_a_role_or_a_party_is_on_the_roster_once() =>
        Assert.Equal([("De voorzitter", null), ("Jan Bos", "Dorp Eerst")], TurnTranscript.Roster(Turns).Select(person => (person.Name, person.Party)));

    [Fact]
    public void No_turns_are_no_segments() => Assert.Empty(new TurnTranscript([]).Transcript.Segments);
}

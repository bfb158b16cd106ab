using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Splitting;
using Notulen.Core.Minutes.Words;
using Xunit;

namespace Notulen.Tests.Minutes;

public class ItemReferencesTests
{
    private static readonly Agenda Agenda = new()
    {
        Items =
        [
            new AgendaItem { Number = "A", Title = "Opening" },
            new AgendaItem { Number = "F", Title = "Zwembad De Waterlelie" },
            new AgendaItem { Number = "G", Title = "Fietsbrug over het kanaal" },
            new AgendaItem { Number = "5", Title = "Rondvraag" },
        ],
    };

    [Theory]
    [InlineData("In stemming komt motie F.1 van de SP.", 1)]
    [InlineData("Dan motie G 2, wie is daarvoor?", 2)]
    [InlineData("dan stemmen we over motie g punt 3 van de vvd", 2)]
    [InlineData("Wij dienen de moties (G.1 VVD en G.2 VVD) in.", 2)]
    [InlineData("Dan stemmen we over amendement FA van de SP.", 1)]
    [InlineData("Ik breng motie 5.1 in stemming.", 3)]
    public void A_number_of_a_motion_names_its_item(string sentence, int item) =>
        Assert.Equal([item], new ItemReferences(Agenda).In(Sentence(sentence)));

    [Theory]
    [InlineData("De motie gaat over de G van geld.")]
    [InlineData("Motie 3 is aangenomen.")]
    [InlineData("De F 16 vliegt over.")]
    [InlineData("Motie Z.1 is ingetrokken.")]
    public void Other_letters_and_numbers_name_none(string sentence) =>
        Assert.Empty(new ItemReferences(Agenda).In(Sentence(sentence)));

    [Fact]
    public void What_is_voted_on_at_the_end_stands_under_its_own_item()
    {
        string[] said =
        [
            "Ik open de vergadering.", "Aan de orde is agendapunt F, zwembad De Waterlelie.", "Het dak van het zwembad lekt.", "Wij dienen motie F.1 in over het dak.",
            "Aan de orde is agendapunt G, de fietsbrug over het kanaal.", "De brug is te smal voor fietsers.", "Wij dienen motie G.1 in over de breedte.", "Motie G.1 is sympathiek.",
            "We gaan stemmen.", "In stemming komt motie F.1.", "De motie is aangenomen met 9 stemmen voor en 2 tegen.", "In stemming komt motie F.2.", "De motie is verworpen met 2 stemmen voor en 9 tegen.",
            "Dan stemmen we over het voorstel.", "Het voorstel is aangenomen met 8 stemmen voor en 3 tegen.", "In stemming komt motie G.1.", "De motie is verworpen met 5 stemmen voor en 6 tegen.",
        ];
        var spans = Split(said);
        Assert.Equal(("F", true), Of(spans, 14));
        Assert.Equal(("G", false), Of(spans, 6));
        Assert.Equal(("G", true), Of(spans, 15));
    }

    [Fact]
    public void Without_an_announcement_an_item_begins_where_the_talk_turns_to_it()
    {
        string[] said =
        [
            "Vz> Ik open de vergadering.", "Vz> Aan de orde is agendapunt F, zwembad De Waterlelie.", "An> Het dak van het zwembad lekt en de badmeester klaagt.", "Vz> Door An wordt motie F.1 ingediend.",
            "Bo> Het zwembad verdient een nieuw dak.", "An> Zonder dak geen zwembad, zegt de badmeester.",
            "Cas> De fietsbrug over het kanaal is te smal.", "Bo> Voor fietsers is de brug over het kanaal gevaarlijk.", "Vz> Door Cas wordt motie G.1 ingediend.", "An> Een bredere fietsbrug over het kanaal is duur.", "Vz> Motie G.1 is duidelijk.",
        ];
        var spans = Split(said);
        Assert.Equal(("F", false), Of(spans, 5));
        Assert.Equal(("G", false), Of(spans, 6));
    }

    [Theory]
    [InlineData("Vz> Daar stemmen we later vanavond over.")]
    [InlineData("Vz> Is er behoefte aan een tweede termijn? Ik zie dat er geen behoefte is aan een tweede termijn.")]
    [InlineData("Vz> Dan sluit ik de beraadslaging.")]
    public void Where_the_chair_is_done_with_an_item_the_next_begins(string done)
    {
        // The first speaker on the bridge begins with the pool: the words alone would put the border later.
        string[] said =
        [
            "Vz> Ik open de vergadering.", "Vz> Aan de orde is agendapunt F, zwembad De Waterlelie.", "An> Het dak van het zwembad lekt.", "Vz> Door An wordt motie F.1 ingediend.",
            "Bo> Het zwembad verdient een nieuw dak.", done,
            "Cas> Net als bij het zwembad gaat het hier om geld.", "An> Heeft de heer Cas dat uitgerekend?", "Cas> De fietsbrug over het kanaal is te smal.", "Vz> Door Cas wordt motie G.1 ingediend.",
        ];
        Assert.Equal(("G", false), Of(Split(said), 6));
        Assert.Equal(("F", false), Of(Split(said), 5));
    }

    [Fact]
    public void A_member_who_speaks_of_a_later_item_does_not_begin_it()
    {
        string[] said =
        [
            "Vz> Ik open de vergadering.", "Vz> Aan de orde is agendapunt F, zwembad De Waterlelie.", "An> Het dak van het zwembad lekt.",
            "Bo> Dat geld hebben we nodig voor de fietsbrug over het kanaal.", "An> Het zwembad gaat voor, het dak is op.",
            "Vz> Aan de orde is agendapunt G, de fietsbrug over het kanaal.", "Cas> De brug is te smal voor fietsers.",
        ];
        Assert.Equal(("F", false), Of(Split(said), 4));
        Assert.Equal(("G", false), Of(Split(said), 5));
    }

    [Fact]
    public void A_second_proposal_in_a_joint_vote_is_that_of_the_next_item()
    {
        string[] said =
        [
            "Ik open de vergadering.", "Aan de orde is agendapunt F, zwembad De Waterlelie.", "We bespreken de brug er meteen bij.", "Dan stemmen we over motie F.1.",
            "De motie is aangenomen met 9 stemmen voor en 2 tegen.", "Dan het voorstel zelf.", "Het voorstel is aangenomen met 8 stemmen voor en 3 tegen.",
            "Dan het andere voorstel.", "Het voorstel is verworpen met 5 stemmen voor en 6 tegen.", "Aan de orde is agendapunt 5, de rondvraag.",
        ];
        var spans = Split(said);
        Assert.Equal(("F", false), Of(spans, 6));
        Assert.Equal(("G", false), Of(spans, 7));
        Assert.Equal(("G", false), Of(spans, 8));
        Assert.Equal(("5", false), Of(spans, 9));
    }

    [Fact]
    public void A_result_that_is_said_twice_stays_where_it_is()
    {
        string[] said =
        [
            "Ik open de vergadering.", "Aan de orde is agendapunt F, zwembad De Waterlelie.", "Dan stemmen we over het voorstel.", "Het voorstel is aangenomen met 8 stemmen voor en 3 tegen.",
            "Het voorstel is dus aangenomen met 8 stemmen voor en 3 tegen.", "Aan de orde is agendapunt 5, de rondvraag.",
        ];
        Assert.Equal(("F", false), Of(Split(said), 4));
    }

    [Fact]
    public void What_is_not_on_the_table_is_not_begun()
    {
        string[] said = ["Ik open de vergadering.", "Aan de orde is agendapunt F, zwembad De Waterlelie.", "Agendapunt G is niet meer aan de orde.", "Het dak lekt.", "Aan de orde is agendapunt 5, de rondvraag."];
        Assert.Equal(("F", false), Of(Split(said), 3));
    }

    [Fact]
    public void A_title_about_moving_something_is_no_item_that_is_moved()
    {
        string[] said = ["Ik open de vergadering.", "Aan de orde is agendapunt G, het verplaatsen van de fietsbrug over het kanaal.", "De brug is te smal.", "Aan de orde is agendapunt 5, de rondvraag."];
        Assert.Equal(("G", false), Of(Split(said), 2));
    }

    private static IReadOnlyList<AgendaSpan> Split(string[] said)
    {
        var item = Spoken.Item("nl", "", said);
        var agenda = Agenda with { Participants = said.Any(line => line.StartsWith("Vz>", StringComparison.Ordinal)) ? [new Participant { Name = "Vz", Role = "voorzitter" }] : [] };
        return AgendaSplitter.Split(Spoken.Transcript("nl", said), agenda, item.Cues, "nl").Spans;
    }

    private static (string? Number, bool Continued) Of(IReadOnlyList<AgendaSpan> spans, int segment)
    {
        var span = Assert.Single(spans, span => span.FirstSegment <= segment && span.LastSegment >= segment);
        return (span.Number, span.Continued);
    }

    private static Sentence Sentence(string text) => new(0, text, [0], null, 1, 0, "nl");
}

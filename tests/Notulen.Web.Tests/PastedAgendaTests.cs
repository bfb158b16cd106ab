using Notulen.Core.Problems;
using Notulen.Web.Meetings;
using Xunit;

namespace Notulen.Web.Tests;

public sealed class PastedAgendaTests
{
    [Theory]
    [InlineData("1. Opening", "1", "Opening")]
    [InlineData("3.2 Renovatie speeltuin", "3.2", "Renovatie speeltuin")]
    [InlineData("Agendapunt 4: Begroting 2027", "4", "Begroting 2027")]
    [InlineData("5a) Motie vreemd aan de orde", "5a", "Motie vreemd aan de orde")]
    [InlineData("H1. Hamerstukken", "H1", "Hamerstukken")]
    [InlineData("- Rondvraag", null, "Rondvraag")]
    [InlineData("2026 wordt een druk jaar", null, "2026 wordt een druk jaar")]
    [InlineData("A tot Z: jaarverslag", null, "A tot Z: jaarverslag")]
    public void A_line_is_an_item_with_or_without_its_number(string line, string? number, string title)
    {
        var item = Assert.Single(PastedAgenda.Parse(line, "agenda").Items);

        Assert.Equal((number, title), (item.Number, item.Title));
    }

    [Fact]
    public void Lines_stay_in_order_and_empty_ones_do_not_count()
    {
        var agenda = PastedAgenda.Parse("1. Opening\r\n\r\n  2. Vaststellen agenda \n3. Sluiting\n", "agenda");

        Assert.Equal(["Opening", "Vaststellen agenda", "Sluiting"], agenda.Items.Select(item => item.Title));
    }

    [Theory]
    [InlineData("{\"title\": \"Raad\", \"items\": [{\"title\": \"Opening\"}]}")]
    [InlineData("title: Raad\nitems:\n  - title: Opening\n")]
    public void An_agenda_file_can_be_pasted_too(string text)
    {
        var agenda = PastedAgenda.Parse(text, "agenda");

        Assert.Equal(("Raad", "Opening"), (agenda.Title, agenda.Items[0].Title));
    }

    [Fact]
    public void What_looks_like_an_agenda_file_and_is_wrong_is_a_problem_and_not_a_list_of_items() =>
        Assert.Throws<NotulenException>(() => PastedAgenda.Parse("{\"items\": [", "agenda"));
}

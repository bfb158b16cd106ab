using Notulen.Core.Minutes;
using Notulen.Documents.Markdown;
using Xunit;

namespace Notulen.Tests.Documents;

public class MarkdownWriterTests
{
    [Fact]
    public async Task The_label_and_the_demonstration_model_stand_on_top()
    {
        var lines = (await new MarkdownWriter().TextAsync(ExampleMeeting.Dutch())).Split('\n');
        Assert.Equal("<!-- ai-generated: true; digital-source-type: trainedAlgorithmicMedia -->", lines[0]);
        Assert.Equal("# Vergadering commissie Ruimte", lines[2]);
        Assert.Equal("> **Concept – gemaakt met AI, nog niet vastgesteld**", lines[6]);
        Assert.Contains("demonstratiemodel", lines[8], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_statement_has_its_time_in_the_recording()
    {
        var text = await new MarkdownWriter().TextAsync(ExampleMeeting.Dutch());
        Assert.Contains("### 3. Renovatie speeltuin Molenweg [00:01:02]", text, StringComparison.Ordinal);
        Assert.Contains("- De speeltuin kost 182.000 euro inclusief btw. [00:01:02]", text, StringComparison.Ordinal);
        Assert.Contains("- Marieke de Graaf: “Ik vind tien bomen echt het minste wat we kunnen doen.” [00:12:31]", text, StringComparison.Ordinal);
        Assert.Contains("> **Besluit**\n>\n> Het voorstel om de speeltuin te vernieuwen is aangenomen. [00:18:20]\n>\n> Stemming: 5 voor, 2 tegen.", text, StringComparison.Ordinal);
        Assert.Contains("- **Actie voor Ineke Postma:** De buurtvereniging informeren (uiterlijk 28 oktober 2026). [00:18:20]", text, StringComparison.Ordinal);
        Assert.Contains("- **Toezegging van Pieter Hoekstra aan de commissie:** De drie offertes gaan naar de commissie. [00:01:06]", text, StringComparison.Ordinal);
        Assert.Contains("> **Motie M1, Fietsbrug: verworpen**", text, StringComparison.Ordinal);
        Assert.Contains("| 3 | De buurtvereniging informeren | Ineke Postma | 28 oktober 2026 | [00:18:20] |", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_supported_stands_apart_with_its_reason_and_nowhere_else()
    {
        var text = await new MarkdownWriter().TextAsync(ExampleMeeting.Dutch());
        var (facts, apart) = (text[..text.IndexOf("## Nog niet onderbouwd", StringComparison.Ordinal)], text[text.IndexOf("## Nog niet onderbouwd", StringComparison.Ordinal)..]);
        Assert.DoesNotContain(ExampleMeeting.Invented, facts, StringComparison.Ordinal);
        Assert.Contains($"| 3 | {ExampleMeeting.Invented} | Het bedrag is niet gezegd. | [00:12:31] |", apart, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unsupported_decision_action_or_commitment_is_in_no_list_either()
    {
        var result = ExampleMeeting.Dutch();
        var item = result.Minutes.Items[1];
        item = item with
        {
            Points = [],
            Decisions = [item.Decisions[0] with { Support = Support.Unsupported }],
            Actions = [item.Actions[0] with { Support = Support.Unsupported }],
            Commitments = [item.Commitments[0] with { Support = Support.Unsupported }],
        };
        var text = await new MarkdownWriter().TextAsync(result with { Minutes = result.Minutes with { Items = [item] } });

        Assert.DoesNotContain("## Besluitenlijst", text, StringComparison.Ordinal);
        Assert.DoesNotContain("## Actielijst", text, StringComparison.Ordinal);
        Assert.DoesNotContain("## Toezeggingen", text, StringComparison.Ordinal);
        Assert.Contains("vindt nog geen steun in de opname", text, StringComparison.Ordinal);
        Assert.Contains("| 3 | Het voorstel om de speeltuin te vernieuwen is aangenomen. | niet teruggevonden in de opname |", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_said_twice()
    {
        var result = ExampleMeeting.Dutch();
        var item = result.Minutes.Items[2];
        item = item with
        {
            Motions = [item.Motions[0] with { Number = null, Title = item.Title }],
            Decisions = [new Decision { Text = "De motie is verworpen met 3 stemmen voor en 4 tegen.", Evidence = [5], Outcome = Outcome.Rejected, VotesFor = 3, VotesAgainst = 4 }],
            Commitments = [new Commitment { Text = "Pieter Hoekstra zegt toe dat de brug er komt.", Who = "Pieter Hoekstra", Evidence = [5] }],
            Actions = [new ActionPoint { Text = "belt voor 28 oktober", What = "belt voor 28 oktober met de provincie", Due = new DateOnly(2026, 10, 28), Evidence = [5] }],
        };
        var text = await new MarkdownWriter().TextAsync(result with { Minutes = result.Minutes with { Items = [item] } });
        Assert.Contains("> **Motie fietsbrug Noorderkanaal: verworpen**\n>\n> Vraagt het college", text, StringComparison.Ordinal);
        Assert.DoesNotContain("De motie is verworpen", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("3 voor, 4 tegen").Length - 1); // With the motion, and in the list of decisions.
        Assert.Contains("- **Toezegging:** Pieter Hoekstra zegt toe dat de brug er komt.", text, StringComparison.Ordinal);
        Assert.Contains("| Punt | Toezegging | Door | Tijd |\n", text, StringComparison.Ordinal); // Nobody has a value for "Aan".
        Assert.Contains("- **Actie:** Belt voor 28 oktober met de provincie. [", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Votes_that_the_decision_tells_are_not_told_again()
    {
        var result = ExampleMeeting.Dutch();
        var item = result.Minutes.Items[1];
        item = item with { Decisions = [item.Decisions[0] with { Text = "Het voorstel is aangenomen met 5 stemmen voor en 2 tegen." }] };
        var text = await new MarkdownWriter().TextAsync(result with { Minutes = result.Minutes with { Items = [item] } });
        Assert.DoesNotContain("Stemming:", text, StringComparison.Ordinal);
        Assert.Contains("| 3. Renovatie speeltuin Molenweg | Het voorstel is aangenomen met 5 stemmen voor en 2 tegen. | aangenomen (5 voor, 2 tegen) |", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_motion_of_which_only_the_result_is_known_stands_among_the_decisions_and_one_without_a_result_in_no_list()
    {
        var result = ExampleMeeting.Dutch();
        var item = result.Minutes.Items[2];
        var told = new Decision { Text = "Motie H.1 is verworpen met 3 stemmen voor en 4 tegen.", Evidence = [5], Outcome = Outcome.Rejected, VotesFor = 3, VotesAgainst = 4 };
        item = item with
        {
            Decisions = [told],
            Motions = [item.Motions[0] with { Text = told.Text, Number = "H.1" }, item.Motions[0] with { Outcome = null, VotesFor = null, VotesAgainst = null, Text = "Vraagt om een pont.", Number = "H.2" }],
        };
        var text = await new MarkdownWriter().TextAsync(result with { Minutes = result.Minutes with { Items = [item] } });
        Assert.Contains("> **Besluit**\n>\n> Motie H.1 is verworpen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("**Motie H.1", text, StringComparison.Ordinal);
        Assert.Contains("**Motie H.2, Fietsbrug**", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vraagt om een pont.", text[text.IndexOf("## Besluitenlijst", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_must_be_known_first_stands_on_top()
    {
        var result = ExampleMeeting.Dutch();
        var text = await new MarkdownWriter().TextAsync(result with
        {
            Minutes = result.Minutes with { Provenance = result.Minutes.Provenance with { Warnings = ["De opname breekt af."] } },
        });
        Assert.Equal(1, text.Split("De opname breekt af.").Length - 1);
        Assert.True(text.IndexOf("> **De opname breekt af.**", StringComparison.Ordinal) < text.IndexOf("**Datum:**", StringComparison.Ordinal));
    }

    [Fact]
    public async Task English_minutes_are_English_throughout()
    {
        var text = await new MarkdownWriter().TextAsync(ExampleMeeting.English());
        Assert.Contains("- **Date:** Wednesday 14 October 2026", text, StringComparison.Ordinal);
        Assert.Contains("> **Decision**", text, StringComparison.Ordinal);
        Assert.Contains("## Not yet supported", text, StringComparison.Ordinal);
        Assert.Contains("- **Checked:** 9 statements, of which 1 not yet supported", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Besluit", text, StringComparison.Ordinal);
        Assert.DoesNotContain("demonstration model", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>", "- &lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("[klik](javascript:alert(1))", "- \\[klik\\](javascript:alert(1))")]
    [InlineData("# Geen kop\n- geen lijst", "- \\# Geen kop - geen lijst")]
    [InlineData("3. Geen lijst", "- 3\\. Geen lijst")]
    [InlineData("- streep", "- \\- streep")]
    [InlineData("*sterk* _schuin_ `code` a|b ~~door~~ \\ &lt;", "- \\*sterk\\* \\_schuin\\_ \\`code\\` a\\|b \\~\\~door\\~\\~ \\\\ &amp;lt;")]
    public async Task Spoken_words_are_never_markup(string spoken, string printed)
    {
        var result = ExampleMeeting.Dutch();
        var item = new MinutesItem { Title = "Proef", Points = [new Statement { Text = spoken }] };
        var text = await new MarkdownWriter().TextAsync(result with { Minutes = result.Minutes with { Items = [item] } });
        Assert.Contains("\n" + printed + "\n", text, StringComparison.Ordinal);
    }
}

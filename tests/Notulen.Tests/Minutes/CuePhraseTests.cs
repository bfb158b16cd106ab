using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Words;
using Xunit;

namespace Notulen.Tests.Minutes;

public class CuePhraseTests
{
    [Theory]
    [InlineData("agendapunt {number}", "Dan agendapunt vier, de begroting.")]
    [InlineData("agendapunt {number}", "A agenda punt 4.")]
    [InlineData("agendapunt {number}", "Agenda. Punt 4.")]
    [InlineData("is … aangenomen", "Dan is het voorstel dus angenomen.")]
    [InlineData("(ik|wij) [zal|zullen] … toezeggen", "Dat wil ik u graag toezeggen.")]
    [InlineData("het woord is aan {name}", "Het woord is aan mevrouw Van den Akker.")]
    [InlineData("ik zeg toe {rest}", "Ik zeg toe dat het af komt.")]
    [InlineData("één bezwaar", "Er is een BEZWAAR.")]
    public void A_phrase_is_found_as_it_is_spoken_and_as_it_is_misspelled(string phrase, string text) =>
        Assert.NotNull(CuePhrase.Of(phrase).Find(Tokens.Of(text), "nl"));

    [Theory]
    [InlineData("agendapunt {number}", "Dat agendapunt komt later.")]
    [InlineData("is … aangenomen", "Het is een twee drie vier vijf zes zeven aangenomen.")]
    [InlineData("is … aangenomen", "Hij is aangekomen.")]
    [InlineData("ik zeg toe {rest}", "Dat is wat ik zeg toe.")]
    [InlineData("het woord is aan {name}", "Het woord is aan de orde.")]
    public void A_phrase_is_not_found_where_it_is_not(string phrase, string text) =>
        Assert.Null(CuePhrase.Of(phrase).Find(Tokens.Of(text), "nl"));

    [Fact]
    public void Only_a_tolerant_phrase_hears_a_word_that_is_a_letter_off()
    {
        var heard = Tokens.Of("Ik sluit de verhadering.");
        Assert.Null(CuePhrase.Of("sluit de vergadering").Find(heard, "nl"));
        Assert.NotNull(CuePhrase.Of("sluit de vergadering", 0.74).Find(heard, "nl"));
    }

    [Fact]
    public void What_stands_for_a_slot_is_told()
    {
        var match = CuePhrase.Of("{number} stemmen voor … {number} tegen").Find(Tokens.Of("Met drieëntwintig stemmen voor en geen tegen."), "nl");
        Assert.Equal([23m, 0m], match!.Numbers.Select(number => number.Amount));
    }

    [Fact]
    public void A_hopeless_phrase_ends_in_time()
    {
        var phrase = CuePhrase.Of("… … … … … … … … … … nergens");
        Assert.Null(phrase.Find(Tokens.Of(string.Join(' ', Enumerable.Repeat("woord", 400))), "nl"));
    }
}

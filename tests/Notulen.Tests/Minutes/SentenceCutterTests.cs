using Notulen.Core.Minutes.Words;
using Notulen.Core.Transcripts;
using Xunit;

namespace Notulen.Tests.Minutes;

public class SentenceCutterTests
{
    [Fact]
    public void Speech_without_punctuation_is_cut_where_a_chair_goes_on()
    {
        Assert.Equal(
            ["in stemming komt motie d 4 van de vvd", "de motie is aangenomen met acht tegen drie stemmen", "dan stemmen we over het voorstel", "dank u wel"],
            Cut("nl", "in stemming komt motie d 4 van de vvd de motie is aangenomen met acht tegen drie stemmen dan stemmen we over het voorstel dank u wel"));
        Assert.Equal(
            ["item four has been discussed", "we will vote on the motion", "the motion is carried by eight votes to three", "thank you all"],
            Cut("en", "item four has been discussed we will vote on the motion the motion is carried by eight votes to three thank you all"));
    }

    [Theory]
    [InlineData("als de motie wordt aangenomen gaan we het onderzoeken")]
    [InlineData("ik ben benieuwd of het voorstel is aangenomen in de commissie")]
    [InlineData("dat is de reden dat deze motie is ingetrokken door de indiener")]
    public void What_belongs_to_the_words_before_is_not_cut_off(string said) => Assert.Equal([said], Cut("nl", said));

    [Fact]
    public void A_pause_ends_a_sentence_only_where_nothing_else_can()
    {
        Segment[] bare = [new(0, 0, 2, "A", "het dak lekt"), new(1, 3, 5, "A", "de badmeester klaagt")];
        Assert.Equal(2, SentenceCutter.Cut(bare, "nl").Count);
        Segment[] close = [new(0, 0, 2, "A", "het dak van het"), new(1, 2.2, 5, "A", "zwembad lekt")];
        Assert.Single(SentenceCutter.Cut(close, "nl"));
        Segment[] marked = [new(0, 0, 2, "A", "Het dak van het"), new(1, 3, 5, "A", "zwembad lekt.")];
        Assert.Single(SentenceCutter.Cut(marked, "nl"));
    }

    [Fact]
    public void A_turn_of_phrase_at_the_beginning_of_a_caption_ends_the_sentence_before_it()
    {
        Segment[] captions = [new(0, 0, 2, "A", "de motie is aangenomen"), new(1, 2.1, 4, "A", "met acht tegen drie"), new(2, 4.1, 6, "A", "en dan het raadsvoorstel u kunt stemmen")];
        Assert.Equal([[0, 1], [2]], SentenceCutter.Cut(captions, "nl").Select(sentence => sentence.Segments));
    }

    private static IEnumerable<string> Cut(string language, string text) =>
        SentenceCutter.Cut([new Segment(0, 0, 60, null, text)], language).Select(sentence => sentence.Text);
}

using Notulen.Core.Engines;
using Notulen.Core.Recordings;
using Notulen.Core.Transcripts;
using Xunit;

namespace Notulen.Tests.Transcripts;

public class SentenceBuilderTests
{
    private static readonly InventedPhrases Invented = new(["Ondertiteling door vrijwilligers"]);

    [Fact]
    public void Words_cut_over_two_segments_are_joined()
    {
        var sentences = Build(Segment(0, " Het", " vo"), Segment(1, "lledige", " plan", "."));

        Assert.Equal("Het volledige plan.", Assert.Single(sentences).Text);
    }

    [Fact]
    public void A_sentence_ends_at_its_point_and_not_at_an_abbreviation()
    {
        var sentences = Build(Segment(0, " Dhr.", " Bos", " is", " er.", " Wij", " beginnen."));

        Assert.Equal(["Dhr. Bos is er.", "Wij beginnen."], sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public void A_number_with_a_point_inside_does_not_end_a_sentence()
    {
        var sentences = Build(Segment(0, " Dat", " kost", " 182", ".000", " euro."));

        Assert.Equal("Dat kost 182.000 euro.", Assert.Single(sentences).Text);
    }

    [Fact]
    public void A_long_pause_ends_a_sentence_without_a_point()
    {
        var builder = new SentenceBuilder();
        builder.Add(Window(Segment(0, " dan", " schors", " ik")), [new WindowSpan(0, 10)], Invented);
        builder.Add(Window(Segment(0, " wij", " hervatten")), [new WindowSpan(30, 40)], Invented);

        Assert.Equal(["dan schors ik", "wij hervatten"], builder.Finish().Select(sentence => sentence.Text));
    }

    [Fact]
    public void A_word_that_reaches_over_a_silence_that_was_left_out_does_not_last_as_long_as_that_silence()
    {
        var builder = new SentenceBuilder();
        builder.Add(Window(Segment(9.65, " dan", " schors", " ik", " wij", " hervatten")), [new WindowSpan(0, 10), new WindowSpan(60, 70)], Invented);

        var sentences = builder.Finish();

        Assert.Equal(["dan schors", "ik wij hervatten"], sentences.Select(sentence => sentence.Text));
        Assert.Equal(10, sentences[0].End);
        Assert.Equal(60.05, sentences[1].Start, 2);
    }

    [Theory]
    [InlineData("Is that agreed? No. Then we vote.", 3)]
    [InlineData("We discuss no. 4 of the list.", 1)]
    [InlineData("Dat staat op blz. 12 van het verslag.", 1)]
    [InlineData("Dat is art. 5. Wij gaan door.", 2)]
    public void A_number_after_an_abbreviation_belongs_to_it(string text, int sentences)
    {
        Assert.Equal(sentences, Build(Segment(0, [.. text.Split(' ').Select(word => ' ' + word)])).Count);
    }

    [Fact]
    public void The_first_word_of_a_window_never_joins_the_last_of_the_one_before()
    {
        var builder = new SentenceBuilder();
        builder.Add(Window(Segment(0, " wij", " gaan")), [new WindowSpan(0, 1)], Invented);
        builder.Add(Window(Segment(0, "door", " ermee.")), [new WindowSpan(1, 3)], Invented);

        Assert.Equal("wij gaan door ermee.", Assert.Single(builder.Finish()).Text);
    }

    [Fact]
    public void Speech_without_any_punctuation_is_still_cut()
    {
        var words = Enumerable.Range(0, 300).Select(number => $" woord{number}").ToArray();

        var sentences = Build(Segment(0, words));

        Assert.True(sentences.Count > 2);
        Assert.Equal(300, sentences.Sum(sentence => sentence.Words.Count));
    }

    [Fact]
    public void An_invented_phrase_is_dropped_when_the_probabilities_say_so_too()
    {
        var doubtful = Segment(0, " Ondertiteling", " door", " vrijwilligers") with { NoSpeechProbability = 0.7 };
        var builder = new SentenceBuilder();

        Assert.Equal(1, builder.Add(Window(doubtful), [new WindowSpan(0, 10)], Invented));
        Assert.Equal(0, builder.Add(Window(doubtful with { NoSpeechProbability = 0.01, AverageLogProbability = -0.1 }), [new WindowSpan(10, 20)], Invented));
        Assert.Single(builder.Finish());
    }

    [Fact]
    public void A_loop_is_cut_and_a_thing_said_twice_is_not()
    {
        var builder = new SentenceBuilder();
        var again = Segment(0, " Wie", " is", " er", " voor?");

        var dropped = builder.Add(Window(again, again, again, again), [new WindowSpan(0, 10)], Invented);

        Assert.Equal(2, dropped);
        Assert.Equal(2, builder.Finish().Count);
    }

    [Fact]
    public void Times_and_confidence_come_from_the_words()
    {
        var sentence = Assert.Single(Build(Segment(2, " Akkoord", ".")));

        Assert.Equal(2, sentence.Start, 2);
        Assert.Equal(0.9, sentence.Confidence, 2);
    }

    private static IReadOnlyList<Segment> Build(params RecognisedSegment[] segments)
    {
        var builder = new SentenceBuilder();
        builder.Add(Window(segments), [new WindowSpan(0, 1000)], Invented);
        return builder.Finish();
    }

    private static RecognisedWindow Window(params RecognisedSegment[] segments) => new(segments, 0, 0);

    internal static RecognisedSegment Segment(double start, params string[] words) => new(
        start,
        start + words.Length * 0.2,
        string.Concat(words),
        -0.2,
        0.05,
        [.. words.Select((word, index) => new RecognisedWord(word, start + index * 0.2, start + (index + 1) * 0.2, 0.9))]);
}

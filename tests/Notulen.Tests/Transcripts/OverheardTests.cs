using Notulen.Core.Transcripts;
using Xunit;

namespace Notulen.Tests.Transcripts;

public class OverheardTests
{
    [Fact]
    public void What_two_microphones_heard_at_the_same_moment_was_said_once_and_the_better_copy_stays()
    {
        var kept = Overheard.Without(
        [
            Sentence(0, 10, 0.9, "Ik schors de vergadering voor tien minuten."),
            Sentence(1, 10.2, 0.5, "ik schors de vergaderen voor tien minuten"),
        ]);

        Assert.Equal((0, 0.9), (kept.Single().Channel, kept.Single().Segment.Confidence));
    }

    [Fact]
    public void A_copy_is_found_when_the_channels_cut_their_sentences_elsewhere()
    {
        var kept = Overheard.Without(
        [
            Sentence(0, 10, 0.6, "Wie is voor? Wie is tegen? Dan is de motie verworpen."),
            Sentence(1, 10, 0.9, "Wie is voor?"),
            Sentence(1, 11.5, 0.9, "Wie is tegen?"),
            Sentence(1, 13, 0.9, "Dan is de motie verworpen."),
        ]);

        Assert.Equal([1, 1, 1], kept.Select(sentence => sentence.Channel));
    }

    [Theory]
    [InlineData("Daar ben ik het niet mee eens, voorzitter.", 10.0)]
    [InlineData("Ik schors de vergadering voor tien minuten.", 14.0)]
    [InlineData("Ja, de vergadering.", 10.0)]
    public void Another_sentence_and_the_same_at_another_moment_both_stay(string text, double start)
    {
        var kept = Overheard.Without([Sentence(0, 10, 0.9, "Ik schors de vergadering voor tien minuten."), Sentence(1, start, 0.5, text)]);

        Assert.Equal(2, kept.Count);
    }

    [Fact]
    public void On_one_channel_nothing_is_a_copy()
    {
        var twice = Sentence(0, 10, 0.9, "Wie is er voor?");

        Assert.Equal(2, Overheard.Without([twice, twice]).Count);
    }

    private static (int? Channel, Segment Segment) Sentence(int channel, double start, double confidence, string text)
    {
        var words = text.Split(' ').Select((word, index) => new Word(word, start + index * 0.5, start + index * 0.5 + 0.4, confidence)).ToList();
        return (channel, new Segment(0, start, words[^1].End, null, text, confidence, 0, words));
    }
}

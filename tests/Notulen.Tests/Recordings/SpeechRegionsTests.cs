using Notulen.Core.Recordings;
using Xunit;

namespace Notulen.Tests.Recordings;

public class SpeechRegionsTests
{
    [Fact]
    public void Silence_gives_no_regions()
    {
        Assert.Empty(SpeechRegions.Find(Frames(10), []));
    }

    [Fact]
    public void Speech_is_found_with_a_margin_and_a_click_is_not()
    {
        var frames = Frames(20, (5, 8, 20), (12, 12.1, 20));

        var region = Assert.Single(SpeechRegions.Find(frames, []));

        Assert.Equal(4.8, region.Start, 1);
        Assert.Equal(8.2, region.End, 1);
    }

    [Fact]
    public void Speech_up_to_the_last_frame_is_kept()
    {
        var region = Assert.Single(SpeechRegions.Find(Frames(10, (6, 10, 20)), []));

        Assert.Equal(10, region.End, 1);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(28)]
    public void What_one_microphone_hears_of_another_is_not_its_own_speech(byte bleed)
    {
        var chair = Frames(20, (1, 5, 20), (10, 15, bleed));
        var member = Frames(20, (1, 5, bleed), (10, 15, 20));

        Assert.Equal(4.4, Assert.Single(SpeechRegions.Find(chair, [member])).Length, 1);
        Assert.True(Assert.Single(SpeechRegions.Find(member, [chair])).Start > 9);
    }

    [Fact]
    public void Two_who_speak_at_once_are_both_heard()
    {
        var left = Frames(10, (1, 8, 20));
        var right = Frames(10, (4, 9, 24));

        Assert.Single(SpeechRegions.Find(left, [right]));
        Assert.Equal(3.8, Assert.Single(SpeechRegions.Find(right, [left])).Start, 1);
    }

    internal static SpeechFrames Frames(double seconds, params (double From, double To, byte Level)[] speech)
    {
        var count = (int)(seconds / SpeechFrames.FrameSeconds);
        var probability = new byte[count];
        var level = new byte[count];
        Array.Fill(level, (byte)90);
        foreach (var (from, to, loudness) in speech)
        {
            for (var frame = (int)(from / SpeechFrames.FrameSeconds); frame < Math.Min(count, (int)(to / SpeechFrames.FrameSeconds)); frame++)
                (probability[frame], level[frame]) = (240, loudness);
        }
        return new SpeechFrames(probability, level);
    }
}

using Notulen.Core.Recordings;
using Xunit;

namespace Notulen.Tests.Recordings;

public class StereoTests
{
    [Fact]
    public void One_sound_twice_is_the_same() =>
        Assert.Equal(StereoKind.Same, Tell(Speech(0, 60, 20), Speech(0, 60, 22)));

    [Theory]
    [InlineData(12)]
    [InlineData(8)]
    public void Two_microphones_that_hear_each_other_are_still_two(int bleed)
    {
        var chair = SpeechRegionsTests.Frames(60, (0, 20, 25), (30, 55, (byte)(25 + bleed)));
        var member = SpeechRegionsTests.Frames(60, (0, 20, (byte)(25 + bleed)), (30, 55, 25));

        Assert.Equal(StereoKind.Microphones, Tell(chair, member));
    }

    [Fact]
    public void A_copy_that_is_a_little_softer_is_a_room_and_no_second_microphone() =>
        Assert.Equal(StereoKind.Room, Tell(Speech(0, 60, 20), Speech(0, 60, 25)));

    [Fact]
    public void A_room_that_is_heard_from_two_sides_is_no_pair_of_microphones()
    {
        var left = SpeechRegionsTests.Frames(60, (0, 20, 20), (22, 40, 25), (45, 55, 22));
        var right = SpeechRegionsTests.Frames(60, (0, 20, 25), (22, 40, 20), (45, 55, 23));

        Assert.Equal(StereoKind.Room, Tell(left, right));
        Assert.Equal(3, SpeechRegions.Find(Stereo.Together(left, right), []).Count);
    }

    [Fact]
    public void A_channel_without_sound_is_a_microphone_to_which_nobody_spoke()
    {
        var dead = SpeechRegionsTests.Frames(60);

        Assert.Equal(StereoKind.Microphones, Tell(Speech(0, 60, 20), dead));
        Assert.Empty(SpeechRegions.Find(dead, [Speech(0, 60, 20)]));
    }

    private static StereoKind Tell(SpeechFrames left, SpeechFrames right) => Stereo.Tell(left, right);

    private static SpeechFrames Speech(double from, double to, byte level) => SpeechRegionsTests.Frames(60, (from, to, level));
}

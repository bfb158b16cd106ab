using System.Globalization;
using Notulen.Core.Processing;
using Notulen.Web.Processing;
using Xunit;

namespace Notulen.Web.Tests;

public sealed class ProgressMessageTests
{
    [Theory]
    [InlineData("00:00:20", "nog minder dan een minuut", "less than a minute left")]
    [InlineData("00:01:10", "nog ongeveer een minuut", "about a minute left")]
    [InlineData("00:07:20", "nog ongeveer 7 minuten", "about 7 minutes left")]
    [InlineData("00:43:40", "nog ongeveer 45 minuten", "about 45 minutes left")]
    [InlineData("00:59:50", "nog ongeveer 1 uur", "about 1 h left")]
    [InlineData("01:01:00", "nog ongeveer 1 uur", "about 1 h left")]
    [InlineData("02:37:00", "nog ongeveer 2 uur en 40 minuten", "about 2 h 40 min left")]
    public void Time_left_is_rounded_as_a_person_would(string left, string dutch, string english)
    {
        var progress = new MeetingProgress(Guid.NewGuid(), StageState.Running, 0.5, TimeSpan.Parse(left, CultureInfo.InvariantCulture), [], null);

        Assert.Equal(dutch, In("nl-NL", progress).Left);
        Assert.Equal(english, In("en-GB", progress).Left);
    }

    [Fact]
    public void The_status_names_the_stage_and_not_the_percentage()
    {
        MeetingProgress At(double share) => new(Guid.Empty, StageState.Running, share, null, [new StageProgress("transcribe", StageState.Running, share)], null);

        Assert.Equal("Bezig: Uitschrijven", In("nl-NL", At(0.2)).Status);
        Assert.Equal(In("nl-NL", At(0.2)).Status, In("nl-NL", At(0.6)).Status);
    }

    [Fact]
    public void Only_what_is_done_is_a_hundred_per_cent()
    {
        Assert.Equal(99, In("nl-NL", new(Guid.Empty, StageState.Running, 0.9999, null, [], null)).Percent);
        Assert.Equal(100, In("nl-NL", new(Guid.Empty, StageState.Done, 1, null, [], null)).Percent);
    }

    private static ProgressMessage In(string culture, MeetingProgress progress)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return ProgressMessage.Of(progress);
    }
}

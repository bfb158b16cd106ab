using Microsoft.EntityFrameworkCore;
using Notulen.Core.Processing.Stages;
using Notulen.Core.Transcripts;
using Xunit;

namespace Notulen.Tests.Processing;

public class AttributeSpeakersStageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl", "Spreker 1", "Spreker 3")]
    [InlineData("en", "Speaker 1", "Speaker 3")]
    [InlineData("fy", "Spreker 1", "Spreker 3")]
    public async Task Each_channel_is_a_speaker_without_a_name(string language, string first, string third)
    {
        await using var home = await TestHome.CreateAsync();

        Assert.Equal([first, third, first], await SpeakersAsync(home, language, 0, 2, 0));
    }

    [Fact]
    public async Task Without_channels_nobody_is_guessed()
    {
        await using var home = await TestHome.CreateAsync();

        Assert.Equal([null, null], await SpeakersAsync(home, "nl", null, null));
    }

    private static async Task<List<string?>> SpeakersAsync(TestHome home, string language, params int?[] channels)
    {
        var meeting = await home.AddMeetingAsync(AttributeSpeakersStage.StageName);
        await using (var database = home.CreateDbContext())
        {
            database.Transcripts.Add(new TranscriptRecord { MeetingId = meeting.Id, Language = language, Duration = 60 });
            database.Segments.AddRange(channels.Select((channel, index) =>
                SegmentRecord.From(meeting.Id, index, channel, new Segment(index, index, index + 1, null, "Dank u wel."))));
            await database.SaveChangesAsync(Token);
        }
        for (var round = 0; round < 2; round++)
            await new AttributeSpeakersStage().RunAsync(await home.ContextAsync(meeting, AttributeSpeakersStage.StageName), Token);
        await using var after = home.CreateDbContext();
        return await after.Segments.OrderBy(segment => segment.Index).Select(segment => segment.Speaker).ToListAsync(Token);
    }
}

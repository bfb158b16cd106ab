using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Notulen.Core.Meetings;
using Notulen.Core.Pipelines;

namespace Notulen.Core.Processing.Stages;

/// <summary>
/// Sentences → who said them, as far as the recording tells: one label per channel when channels were kept apart,
/// anonymous until a person names them. Without channels nobody is guessed.
/// </summary>
public sealed class AttributeSpeakersStage : IStage
{
    public const string StageName = "attribute-speakers";

    private static readonly ResourceTexts Texts = new("Notulen.Core.Texts", typeof(AttributeSpeakersStage).Assembly);

    public string Name => StageName;
    public string Queue => Queues.Decode;
    public double Weight => 0.2;

    public bool Applies(Meeting meeting) => meeting.Recording is not null;

    public string Settings(Meeting meeting, PipelineDefinition pipeline) => "1";

    public async Task RunAsync(StageContext context, CancellationToken cancellationToken) =>
        await context.CommitAsync(
            async database =>
            {
                var language = await database.Transcripts
                    .Where(transcript => transcript.MeetingId == context.Meeting.Id)
                    .Select(transcript => transcript.Language)
                    .SingleAsync(cancellationToken);
                var culture = CultureInfo.GetCultureInfo(MinutesLanguage.Of(language, context.Pipeline));
                var channels = await database.Segments
                    .Where(segment => segment.MeetingId == context.Meeting.Id && segment.Channel != null)
                    .Select(segment => segment.Channel!.Value)
                    .Distinct()
                    .ToListAsync(cancellationToken);
                foreach (var channel in channels)
                {
                    var label = Texts[culture, "speaker", channel + 1];
                    await database.Segments
                        .Where(segment => segment.MeetingId == context.Meeting.Id && segment.Channel == channel)
                        .ExecuteUpdateAsync(set => set.SetProperty(segment => segment.Speaker, label), cancellationToken);
                }
            },
            cancellationToken);
}

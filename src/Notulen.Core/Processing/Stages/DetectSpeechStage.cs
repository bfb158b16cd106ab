using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Notulen.Core.Meetings;
using Notulen.Core.Pipelines;
using Notulen.Core.Problems;
using Notulen.Core.Recordings;

namespace Notulen.Core.Processing.Stages;

/// <summary>Working audio → windows of at most 30 seconds that hold speech.</summary>
public sealed class DetectSpeechStage(ISpeechDetector detector) : IStage
{
    public const string StageName = "detect-speech";

    // Two channels that carry the same sound are one channel: correlation of their levels while somebody speaks.
    private const double SameSoundDecibels = 3;

    public string Name => StageName;
    public string Queue => Queues.Decode;
    public double Weight => 5;

    public bool Applies(Meeting meeting) => meeting.Recording is not null;

    public string Settings(Meeting meeting, PipelineDefinition pipeline) => "2";

    public async Task RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var audio = JsonSerializer.Deserialize<DecodedAudio>(context.Meeting.Recording!.DecodedJson!, NotulenJson.Compact)!;
        var channels = new List<SpeechFrames>();
        for (var channel = 0; channel < audio.Files.Count; channel++)
        {
            var progress = context.Part((double)channel / audio.Files.Count, (channel + 1.0) / audio.Files.Count);
            channels.Add(await detector.DetectAsync(Path.Combine(context.WorkFolder, audio.Files[channel]), audio.Gain, progress, cancellationToken));
        }
        if (context.Pipeline.Audio.Channels == "auto" && channels.Count == 2 && AreTheSame(channels[0], channels[1]))
            channels.RemoveAt(1);

        var windows = channels.SelectMany((frames, channel) =>
            WindowPacker.Pack(SpeechRegions.Find(frames, [.. channels.Where(other => other != frames)]), frames)
                .Select((spans, index) => new SpeechWindow
                {
                    MeetingId = context.Meeting.Id,
                    Channel = channel,
                    Index = index,
                    Start = spans[0].Start,
                    End = spans[^1].End,
                    SpansJson = JsonSerializer.Serialize(spans, NotulenJson.Compact),
                })).ToList();
        if (windows.Count == 0)
        {
            // There is nothing to go on with, so the working audio goes too.
            Directory.Delete(context.WorkFolder, recursive: true);
            throw NotulenException.Input("audio.noSpeech", context.Meeting.Recording.FileName);
        }
        await context.CommitAsync(database => StoreAsync(database, context.Meeting.Id, windows, cancellationToken), cancellationToken);
    }

    // A window that comes out as before keeps what was recognised in it.
    private static async Task StoreAsync(
        Storage.NotulenDb database, Guid meetingId, List<SpeechWindow> windows, CancellationToken cancellationToken)
    {
        var stored = await database.SpeechWindows
            .Where(window => window.MeetingId == meetingId)
            .ToDictionaryAsync(window => (window.Channel, window.Index), cancellationToken);
        foreach (var window in windows)
        {
            if (!stored.Remove((window.Channel, window.Index), out var old))
                database.SpeechWindows.Add(window);
            else if (old.SpansJson != window.SpansJson)
                (old.Start, old.End, old.SpansJson, old.ResultJson, old.ResultKey) = (window.Start, window.End, window.SpansJson, null, null);
        }
        database.SpeechWindows.RemoveRange(stored.Values);
    }

    private static bool AreTheSame(SpeechFrames left, SpeechFrames right)
    {
        var spoken = 0;
        var alike = 0;
        for (var frame = 0; frame < Math.Min(left.Count, right.Count); frame++)
        {
            if (left.Probability[frame] < 128 && right.Probability[frame] < 128)
                continue;
            spoken++;
            if (Math.Abs(left.Level[frame] - right.Level[frame]) <= SameSoundDecibels)
                alike++;
        }
        return spoken == 0 || alike > spoken * 0.9;
    }
}

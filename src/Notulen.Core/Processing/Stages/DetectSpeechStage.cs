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

    private const string Mixed = "mixed.pcm";

    public string Name => StageName;
    public string Queue => Queues.Decode;
    public double Weight => 5;

    public bool Applies(Meeting meeting) => meeting.Recording is not null;

    public string Settings(Meeting meeting, PipelineDefinition pipeline) => "3";

    public async Task RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var audio = JsonSerializer.Deserialize<DecodedAudio>(context.Meeting.Recording!.DecodedJson!, NotulenJson.Compact)!;
        var channels = new List<SpeechFrames>();
        for (var channel = 0; channel < audio.Files.Count; channel++)
        {
            var progress = context.Part((double)channel / audio.Files.Count, (channel + 1.0) / audio.Files.Count);
            channels.Add(await detector.DetectAsync(Path.Combine(context.WorkFolder, audio.Files[channel]), audio.Gain, progress, cancellationToken));
        }
        if (context.Pipeline.Audio.Channels == "auto" && channels.Count == 2)
            (audio, channels) = Join(context, audio, channels[0], channels[1], cancellationToken);

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
        var recording = context.Meeting.Recording.Id;
        var decoded = JsonSerializer.Serialize(audio, NotulenJson.Compact);
        await context.CommitAsync(
            async database =>
            {
                await database.Recordings.Where(row => row.Id == recording).ExecuteUpdateAsync(set => set.SetProperty(row => row.DecodedJson, decoded), cancellationToken);
                await StoreAsync(database, context.Meeting.Id, windows, cancellationToken);
            },
            cancellationToken);
    }

    // Unless the channels are microphones with people of their own, keeping them apart would give every sentence twice.
    private static (DecodedAudio Audio, List<SpeechFrames> Channels) Join(
        StageContext context, DecodedAudio audio, SpeechFrames left, SpeechFrames right, CancellationToken cancellationToken)
    {
        switch (Stereo.Tell(left, right))
        {
            case StereoKind.Same:
                return (audio with { Files = [audio.Files[0]] }, [left]);
            case StereoKind.Room:
                PcmFile.Mix([.. audio.Files.Select(file => Path.Combine(context.WorkFolder, file))], Path.Combine(context.WorkFolder, Mixed), cancellationToken);
                return (audio with { Files = [Mixed] }, [Stereo.Together(left, right)]);
            default:
                return (audio, [left, right]);
        }
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
}

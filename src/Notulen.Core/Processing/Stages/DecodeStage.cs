using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Notulen.Core.Meetings;
using Notulen.Core.Pipelines;
using Notulen.Core.Problems;
using Notulen.Core.Recordings;
using Notulen.Core.Storage;

namespace Notulen.Core.Processing.Stages;

/// <summary>Any recording → raw 16 kHz working audio, one file per channel that is kept apart.</summary>
public sealed class DecodeStage(IAudioDecoder decoder, MediaStore media) : IStage
{
    public const string StageName = "decode";

    public string Name => StageName;
    public string Queue => Queues.Decode;
    public double Weight => 2;

    public bool Applies(Meeting meeting) => meeting.Recording is not null;

    public string Settings(Meeting meeting, PipelineDefinition pipeline) => $"2 {pipeline.Audio.Channels}";

    public async Task RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var recording = context.Meeting.Recording!;
        var path = media.PathOf(recording.Sha256);
        if (!File.Exists(path))
            throw NotulenException.Input("recording.gone", recording.FileName);
        var probe = await decoder.ProbeAsync(path, cancellationToken);
        if (probe.Duration > context.Pipeline.Audio.MaximumHours * 3600)
            throw NotulenException.Input("audio.tooLong", recording.FileName, context.Pipeline.Audio.MaximumHours.ToString("0.#"), "audio.maximumHours");

        // "auto" keeps two channels apart: with more, it is rarely one speaker per channel, unless the pipeline says so.
        var separate = context.Pipeline.Audio.Channels == "separate" || (context.Pipeline.Audio.Channels == "auto" && probe.Channels == 2);
        var audio = await decoder.DecodeAsync(path, probe, separate && probe.Channels > 1, context.WorkFolder, context.Part(0, 1), cancellationToken);
        var json = JsonSerializer.Serialize(audio, NotulenJson.Compact);
        await context.CommitAsync(
            database => database.Recordings
                .Where(row => row.Id == recording.Id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Duration, audio.Duration).SetProperty(row => row.DecodedJson, json), cancellationToken),
            cancellationToken);
    }
}

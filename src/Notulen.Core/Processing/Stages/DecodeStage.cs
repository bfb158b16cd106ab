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

    public string Settings(Meeting meeting, PipelineDefinition pipeline) => $"1 {pipeline.Audio.Channels}";

    public async Task RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var recording = context.Meeting.Recording!;
        var path = media.PathOf(recording.Sha256);
        if (!File.Exists(path))
            throw NotulenException.Input("recording.gone", recording.FileName);
        DecodedAudio audio;
        try
        {
            audio = await DecodeAsync(context, recording.FileName, path, cancellationToken);
        }
        catch (NotulenException exception) when (exception.Problem.Details.FirstOrDefault() == Path.GetFileName(path))
        {
            // The store knows a recording by its hash; the person knows it by its name.
            throw new NotulenException(exception.Problem with { Details = [recording.FileName, .. exception.Problem.Details.Skip(1)] }, exception);
        }
        var json = JsonSerializer.Serialize(audio, NotulenJson.Compact);
        await context.CommitAsync(
            database => database.Recordings
                .Where(row => row.Id == recording.Id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Duration, audio.Duration).SetProperty(row => row.DecodedJson, json), cancellationToken),
            cancellationToken);
    }

    private async Task<DecodedAudio> DecodeAsync(StageContext context, string name, string path, CancellationToken cancellationToken)
    {
        var settings = context.Pipeline.Audio;
        var probe = await decoder.ProbeAsync(path, cancellationToken);
        if (probe.Duration > settings.MaximumHours * 3600)
            throw NotulenException.Input("audio.tooLong", name, settings.MaximumHours.ToString("0.#"));

        // "auto" keeps two channels apart: with more, it is rarely one speaker per channel, unless the pipeline says so.
        var separate = settings.Channels == "separate" || (settings.Channels == "auto" && probe.Channels == 2);
        return await decoder.DecodeAsync(path, probe, separate && probe.Channels > 1, context.WorkFolder, context.Part(0, 1), cancellationToken);
    }
}

using Notulen.Core.Pipelines;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Processing.Stages;

/// <summary>The language in which minutes are made: that of the meeting where we know it, else that of the pipeline.</summary>
internal static class MinutesLanguage
{
    private const string Default = "nl";

    public static string Of(Transcript transcript, PipelineDefinition pipeline) => Of(transcript.Language, pipeline);

    public static string Of(string spoken, PipelineDefinition pipeline) =>
        spoken is "nl" or "en" ? spoken
        : pipeline.Language is "nl" or "en" ? pipeline.Language
        : Default;

    public static CueSet Cues(PipelineDefinition pipeline, string language) =>
        pipeline.Cues.TryGetValue(language, out var cues) ? cues : CueSet.None;
}

using Notulen.Core.Meetings;
using Notulen.Core.Processing.Stages;

namespace Notulen.Core.Processing;

/// <summary>
/// The way of a recording, in order. Start reading here: each stage is one file in <c>Stages/</c>, and
/// <see cref="StageRunner"/> runs them one by one.
/// </summary>
public sealed class MeetingPipeline
{
    public MeetingPipeline(
        DecodeStage decode,
        DetectSpeechStage detectSpeech,
        TranscribeStage transcribe,
        AttributeSpeakersStage attributeSpeakers,
        SplitAgendaStage splitAgenda,
        ExtractFactsStage extractFacts,
        ComposeStage compose)
        : this(
        [
            decode,             // any recording → 16 kHz working audio
            detectSpeech,       // where somebody speaks → windows of at most 30 seconds
            transcribe,         // windows → words → sentences
            attributeSpeakers,  // sentences → who said them, as far as can be told
            splitAgenda,        // sentences → agenda items
            extractFacts,       // agenda items → decisions, actions, points, each with its evidence
            compose,            // facts → minutes
        ])
    {
    }

    /// <summary>Another list of stages, for tests of what runs them.</summary>
    internal MeetingPipeline(IReadOnlyList<IStage> stages) => Stages = stages;

    public IReadOnlyList<IStage> Stages { get; }

    /// <summary>The stages that a meeting goes through.</summary>
    public IEnumerable<IStage> For(Meeting meeting) => Stages.Where(stage => stage.Applies(meeting));

    public IStage Find(string name) => Stages.Single(stage => stage.Name == name);
}

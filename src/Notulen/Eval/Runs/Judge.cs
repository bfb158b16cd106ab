using Notulen.App.Eval.Formats;
using Notulen.Core.Meetings;
using Notulen.Core.Minutes;
using Notulen.Core.Minutes.Checks;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Pipelines;

namespace Notulen.App.Eval.Runs;

/// <summary>Labels single cases with the classes that make the minutes; each case by itself, from what its speakers say and nothing else.</summary>
internal sealed class Judge(PipelineDefinition pipeline)
{
    /// <summary>The check that every statement of a language model has to pass.</summary>
    public LabelLine Check(FaithfulnessCase one)
    {
        var item = Item(one.EvidenceTurns, one.Lang);
        var statement = new Statement { Text = one.Statement, Evidence = [.. item.Segments.Select(segment => segment.Id)], Origin = Origin.Model };
        var judged = new StatementCheck(item).Apply(statement);
        return new LabelLine(one.Id, judged.Support == Support.Supported ? FaithfulnessCase.Supported : FaithfulnessCase.Unsupported, judged.Reason);
    }

    /// <summary>Whether the minutes would list a commitment. They do not tell earlier ones from plain words: neither is listed.</summary>
    public LabelLine FindCommitment(CommitmentCase one)
    {
        var item = Item([new SpokenTurn { Speaker = one.Speaker, Text = one.Text }], "nl");
        return new LabelLine(one.Id, CueFacts.Find(item).Commitments.Count > 0 ? CommitmentCase.New : CommitmentCase.None);
    }

    private ItemInput Item(IReadOnlyList<SpokenTurn> turns, string language) => new()
    {
        Language = language,
        Title = "",
        Segments = new TurnTranscript(turns).Transcript.Segments,
        Agenda = new Agenda { Participants = TurnTranscript.Roster(turns) },
        Cues = pipeline.Cues.TryGetValue(language, out var cues) ? cues : CueSet.None,
    };
}

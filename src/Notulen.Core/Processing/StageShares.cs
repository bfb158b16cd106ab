using System.Globalization;

namespace Notulen.Core.Processing;

/// <summary>How much of the whole each stage is, so that one bar can stand for all of them.</summary>
public sealed class StageShares(MeetingPipeline pipeline)
{
    private static readonly ResourceTexts Labels = new("Notulen.Core.Texts", typeof(StageShares).Assembly);

    private readonly Dictionary<string, double> _weights = pipeline.Stages.ToDictionary(stage => stage.Name, stage => stage.Weight);

    /// <summary>Share of the whole meeting that is done, 0 to 1.</summary>
    public double Overall(IReadOnlyCollection<StageRun> runs)
    {
        var all = runs.Sum(Weight);
        return all == 0 ? 0 : runs.Sum(run => Weight(run) * (run.State == StageState.Done ? 1 : run.Progress)) / all;
    }

    /// <summary>What people call the stage.</summary>
    public static string Label(string stage, CultureInfo culture) => Labels[culture, "stage." + stage];

    // A row of a version with other stages counts as nothing.
    private double Weight(StageRun run) => _weights.GetValueOrDefault(run.Stage);
}

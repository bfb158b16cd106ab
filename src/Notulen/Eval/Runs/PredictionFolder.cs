using Notulen.App.Eval.Formats;
using Notulen.App.Eval.Report;

namespace Notulen.App.Eval.Runs;

/// <summary>Where what was said is kept, in the files that <c>score.py</c> reads.</summary>
/// <param name="folder">Null to keep nothing.</param>
internal sealed class PredictionFolder(string? folder)
{
    public void Create()
    {
        if (folder is not null)
            Directory.CreateDirectory(folder);
    }

    public Task MeetingAsync(string id, PredictedMeeting said, CancellationToken cancellationToken) =>
        folder is null ? Task.CompletedTask : EvalFile.WriteAsync(PathOf(id + ".json"), said, cancellationToken);

    public Task SummaryAsync(string id, string text, CancellationToken cancellationToken) =>
        folder is null ? Task.CompletedTask : File.WriteAllTextAsync(PathOf(id + ".txt"), text + "\n", cancellationToken);

    public Task LabelsAsync(string set, IEnumerable<LabelLine> labels, CancellationToken cancellationToken) =>
        folder is null ? Task.CompletedTask : EvalFile.WriteLinesAsync(PathOf(set + ".jsonl"), labels, cancellationToken);

    public Task ScoresAsync(ScoresFile scores, CancellationToken cancellationToken) =>
        folder is null ? Task.CompletedTask : EvalFile.WriteAsync(PathOf(ScoresFile.Name), scores, cancellationToken);

    private string PathOf(string name) => Path.Combine(folder!, name);
}

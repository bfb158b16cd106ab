using Notulen.Core.Processing;
using static Notulen.Web.WebTexts;

namespace Notulen.Web.Processing;

/// <summary>What a page shows of a meeting's progress, in the reader's language; also what is sent to it while it is open.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="State">"waiting", "running", "done" or "failed".</param>
/// <param name="Status">What goes on, in a few words. Changes with the stage, not with the percentage.</param>
/// <param name="Percent">Whole of the work, 0 to 100.</param>
/// <param name="Left">Time left in words; empty while that cannot be told.</param>
/// <param name="Stages">In the order of the pipeline.</param>
public sealed record ProgressMessage(
    Guid Id, string State, string Status, int Percent, string Left, IReadOnlyList<StageMessage> Stages)
{
    public static ProgressMessage Of(MeetingProgress progress) => new(
        progress.MeetingId,
        NameOf(progress.State),
        StatusOf(progress),
        PercentOf(progress.State, progress.Share),
        progress.Left is { } left ? LeftOf(left) : "",
        [.. progress.Stages.Select(StageMessage.Of)]);

    internal static string NameOf(StageState state) => state.ToString().ToLowerInvariant();

    // 100 is for what is done, not for what rounds to it.
    internal static int PercentOf(StageState state, double share) => state == StageState.Done ? 100 : Math.Min(99, (int)(share * 100));

    private static string StatusOf(MeetingProgress progress) =>
        progress is { State: StageState.Running or StageState.Failed, Current: { } stage }
            ? T("status." + NameOf(progress.State), StageMessage.LabelOf(stage.Name))
            : T("status." + NameOf(progress.State));

    // Rounded coarsely: seconds that jump about say less than "about four minutes".
    private static string LeftOf(TimeSpan left)
    {
        var minutes = (int)Math.Round(left.TotalMinutes);
        return left switch
        {
            { TotalSeconds: < 50 } => T("left.seconds"),
            { TotalMinutes: < 1.5 } => T("left.minute"),
            { TotalMinutes: < 20 } => T("left.minutes", minutes),
            { TotalMinutes: < 57.5 } => T("left.minutes", (minutes + 2) / 5 * 5),
            _ => HoursOf((minutes + 5) / 10 * 10),
        };
    }

    private static string HoursOf(int minutes) => minutes % 60 == 0
        ? T("left.hours", minutes / 60)
        : T("left.hoursMinutes", minutes / 60, minutes % 60);
}

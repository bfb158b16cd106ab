using System.Globalization;
using Notulen.Core.Processing;
using static Notulen.Web.WebTexts;

namespace Notulen.Web.Processing;

/// <summary>What a page shows of one stage.</summary>
/// <param name="Name"><see cref="IStage.Name"/>.</param>
/// <param name="State">"waiting", "running", "done" or "failed".</param>
/// <param name="Text">The state in words, with the percentage while it runs.</param>
public sealed record StageMessage(string Name, string State, string Text)
{
    public static StageMessage Of(StageProgress stage) => new(
        stage.Name,
        ProgressMessage.NameOf(stage.State),
        T("state." + ProgressMessage.NameOf(stage.State), ProgressMessage.PercentOf(stage.State, stage.Share)));

    public static string LabelOf(string stage) => StageShares.Label(stage, CultureInfo.CurrentUICulture);
}

using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Notulen.App.CommandLine;
using Notulen.App.Eval;
using Notulen.App.Eval.Formats;
using Notulen.App.Eval.Report;
using Notulen.App.Eval.Runs;
using Notulen.Core.Storage;
using Notulen.Documents;
using static Notulen.App.CommandLine.NotulenCommandLine;

namespace Notulen.App.Commands;

/// <summary><c>notulen eval</c>: runs evaluation sets through the pipeline and says how good its results are.</summary>
internal static class EvalCommand
{
    public static Command Create(CultureInfo culture)
    {
        var sets = new Argument<string>("DIR") { Description = Texts[culture, "eval.dir"] };
        var inputs = new Option<string?>("--inputs") { Description = Texts[culture, "eval.inputs"], HelpName = "DIR" };
        var write = new Option<string?>("--write") { Description = Texts[culture, "eval.write"], HelpName = "PREDS" };
        var baseline = new Option<string?>("--baseline") { Description = Texts[culture, "eval.baseline", Margin], HelpName = "FILE" };
        var model = new Option<string?>("--language-model") { Description = Texts[culture, "minutes.languageModel"], HelpName = "NAME|none" };
        var command = new Command("eval", Texts[culture, "eval.help"]) { sets, inputs, write, baseline, model };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(sets)!, parsed.GetValue(inputs), parsed.GetValue(write), parsed.GetValue(baseline), parsed.GetValue(model), culture, cancellationToken));
        return command;
    }

    private static string Margin => Baseline.Margin.ToString(CultureInfo.InvariantCulture);

    private static async Task<int> RunAsync(
        string path, string? inputs, string? write, string? baseline, string? model, CultureInfo culture, CancellationToken cancellationToken)
    {
        var before = baseline is null ? null : await EvalFile.ReadAsync<ScoresFile>(baseline, cancellationToken);
        var sets = await new EvalSetReader(inputs).ReadAsync(path, cancellationToken);
        if (write is not null)
            OutputFolder.Check(write);
        var folder = new PredictionFolder(write);
        folder.Create();

        using var work = new WorkFolder();
        await using var services = EvalServices.Build(NotulenFolders.FromEnvironment(), work.Path);
        await Composition.OpenAsync(services, cancellationToken);
        var run = ActivatorUtilities.CreateInstance<EvalRun>(services, folder, (Action<string>)Console.Error.WriteLine);
        var figures = await run.RunAsync(sets, model, cancellationToken);

        foreach (var line in FigureTable.Lines(figures, culture))
            Console.Out.WriteLine(line);
        await folder.ScoresAsync(ScoresFile.Of(figures, model), cancellationToken);
        return before is null ? ExitCodes.Done : Compare(figures, before, culture);
    }

    private static int Compare(IReadOnlyList<Figure> figures, ScoresFile before, CultureInfo culture)
    {
        var fallen = Baseline.Fallen(figures, before);
        foreach (var (now, earlier) in fallen)
            Console.Error.WriteLine(Texts[culture, "eval.fallen", now.Set, FigureTable.Label(now.Measure, culture), now.Aspect, Said(earlier), Said(now.Value)]);
        if (fallen.Count == 0)
            Console.Out.WriteLine(Texts[culture, "eval.kept", Margin]);
        return fallen.Count == 0 ? ExitCodes.Done : ExitCodes.FiguresFell;
    }

    private static string Said(double figure) => figure.ToString("0.0000", CultureInfo.InvariantCulture);
}

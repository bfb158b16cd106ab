using System.CommandLine;
using System.Globalization;
using Notulen.Core;
using Notulen.Core.Pipelines;

namespace Notulen.App.Commands;

/// <summary><c>notulen pipelines check [FOLDER]</c>: reads the pipeline files and names every mistake with its line.</summary>
public static class PipelinesCommand
{
    private static readonly ResourceTexts Texts = new("Notulen.App.Texts", typeof(PipelinesCommand).Assembly);

    /// <param name="culture">Language of the messages.</param>
    /// <param name="defaultFolder">The folder that is checked when none is named; asked for only then, because it may be a setting.</param>
    public static Command Create(CultureInfo culture, Func<string> defaultFolder)
    {
        var folder = new Argument<string?>("FOLDER")
        {
            Description = Texts[culture, "pipelines.check.folder"],
            Arity = ArgumentArity.ZeroOrOne,
        };
        var check = new Command("check", Texts[culture, "pipelines.check"]) { folder };
        check.SetAction(result => Check(result.GetValue(folder) ?? defaultFolder(), culture, result.InvocationConfiguration));
        return new Command("pipelines", Texts[culture, "pipelines"]) { check };
    }

    private static int Check(string folder, CultureInfo culture, InvocationConfiguration console)
    {
        var faults = PipelineFiles.Check(folder, Composition.ModelNames);
        foreach (var fault in faults)
            console.Error.WriteLine(fault.Problem.Say(culture));
        if (faults.Count > 0)
            return 2;
        var names = PipelineFiles.Load(folder).All.Select(definition => $"{definition.Name} ({definition.Title})");
        console.Output.WriteLine(Texts[culture, "pipelines.good", string.Join(", ", names)]);
        return 0;
    }
}

using System.CommandLine;
using System.Globalization;
using Notulen.Core.Storage;
using Notulen.Engines.Models;
using Notulen.Engines.Setup;

namespace Notulen.App.Commands;

/// <summary><c>notulen setup</c>: makes engines and models ready, or reports on them.</summary>
public static class SetupCommand
{
    public static Command Create(CultureInfo culture, NotulenFolders folders)
    {
        string Text(string key, params object?[] values) => SetupTexts.Texts[culture, key, values];

        var speech = new Option<string?>("--speech-model") { Description = Text("setup.speech"), HelpName = "NAME" };
        var language = new Option<string?>("--language-model") { Description = Text("setup.language"), HelpName = "NAME|none" };
        var sample = new Option<bool>("--sample") { Description = Text("setup.sample") };
        var check = new Option<bool>("--check") { Description = Text("setup.check") };
        var command = new Command("setup", Text("setup.description")) { speech, language, sample, check };
        command.SetAction((parsed, cancellationToken) =>
        {
            var wishes = new SetupWishes(parsed.GetValue(speech), parsed.GetValue(language), parsed.GetValue(sample));
            var tools = new SetupTools(folders, TimeProvider.System);
            return parsed.GetValue(check)
                ? CheckAsync(culture, tools, wishes, cancellationToken)
                : RunAsync(culture, tools, wishes, cancellationToken);
        });
        return command;
    }

    /// <summary>Sets up and shows how it goes. Also the first step of the demonstration.</summary>
    public static async Task<int> RunAsync(CultureInfo culture, SetupTools tools, SetupWishes wishes, CancellationToken cancellationToken)
    {
        var started = tools.Time.GetTimestamp();
        Console.Out.WriteLine(SetupTexts.Texts[culture, "run.start", tools.Folders.Home]);
        var display = new SetupDisplay(culture);
        await using var run = await SetupRun.StartAsync(tools, wishes, display, cancellationToken);
        await display.FollowAsync(_ => run.Completion);
        Console.Out.WriteLine(SetupTexts.Texts[culture, "run.done", SetupDisplay.Duration(culture, tools.Time.GetElapsedTime(started))]);
        SayPlainly(culture, run.Plan);
        return 0;
    }

    /// <summary>Says it when the models are only good enough for a demonstration.</summary>
    public static void SayPlainly(CultureInfo culture, SetupPlan plan)
    {
        foreach (var entry in new[] { plan.Speech, plan.Language }.OfType<ModelEntry>())
            ModelsCommand.SayPlainly(culture, entry);
        if (plan.Language is null)
            Console.Out.WriteLine(SetupTexts.Texts[culture, "run.noLanguage"]);
        if (plan.WithoutHub)
            Console.Out.WriteLine(SetupTexts.Texts[culture, "run.hub"]);
    }

    private static async Task<int> CheckAsync(CultureInfo culture, SetupTools tools, SetupWishes wishes, CancellationToken cancellationToken)
    {
        var findings = await new SetupCheck(tools, Machine.Current).RunAsync(wishes, cancellationToken);
        foreach (var finding in findings)
            Write(culture, finding);
        var good = findings.All(finding => finding.IsGood || !finding.Needed);
        Console.Out.WriteLine(SetupTexts.Texts[culture, good ? "check.good" : "check.bad"]);
        return good ? 0 : 2;
    }

    private static void Write(CultureInfo culture, SetupFinding finding)
    {
        var name = finding.Part.Contains(' ') ? SetupTexts.Texts[culture, "check." + finding.Part] : finding.Part;
        var missing = finding.Path is not null ? "" : SetupTexts.Texts[culture, finding.Needed ? "check.missing" : "check.optional"];
        Console.Out.WriteLine($"{(finding.IsGood ? '✓' : finding.Needed ? '✗' : '-')} {name,-20} {finding.Version,-18} {missing}".TrimEnd());
        if (finding.Problem is { } problem)
            Console.Out.WriteLine("    " + problem.Say(culture));
        else if (finding.Path is { } path)
            FileLines.Write(path, finding.Sha256);
    }
}

using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Notulen.App.CommandLine;
using Notulen.App.Inline;
using Notulen.Core.Meetings;
using Notulen.Core.Problems;
using Notulen.Core.Storage;
using Notulen.Engines.Models;
using Notulen.Engines.Setup;
using static Notulen.App.CommandLine.NotulenCommandLine;

namespace Notulen.App.Commands;

/// <summary>
/// <c>notulen demo</c>: from nothing to minutes. Sets up what is missing and meanwhile, as soon as transcription can
/// start, works through the sample meetings and a real Dutch dialogue.
/// </summary>
internal static class DemoCommand
{
    private static readonly (string File, string Language)[] Samples =
        [("commissie-nl", "nl"), ("committee-en", "en")];

    public static Command Create(CultureInfo culture)
    {
        var output = new Option<DirectoryInfo>("--out") { Description = Texts[culture, "minutes.out.demo"], HelpName = "DIR", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("out", "demo")) };
        var data = CommonOptions.Data(culture);
        var command = new Command("demo", Texts[culture, "demo.help"]) { output, data };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(output)!.FullName, NotulenFolders.FromEnvironment(parsed.GetValue(data)), culture, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string output, NotulenFolders folders, CultureInfo culture, CancellationToken cancellationToken)
    {
        var samples = SampleFolder();
        using var held = DataFolderLock.Take(folders);
        var tools = new SetupTools(folders, TimeProvider.System);
        var console = new DemoConsole(culture);
        console.Say("demo.setup", folders.Home);
        await using var setup = await SetupRun.StartAsync(tools, new SetupWishes(Sample: true), console, cancellationToken);

        await using var services = Composition.Build(folders, setup);
        await Composition.OpenAsync(services, cancellationToken);
        var minutes = services.GetRequiredService<InlineMinutes>();
        var progress = ConsoleProgress.Create(services, culture);

        await setup.Model(ModelCatalogue.DutchDialogue);
        var recordings = Samples
            .Select(sample => Request(
                Path.Combine(samples, sample.File + ".opus"), Path.Combine(samples, sample.File + ".agenda.json"), sample.Language, "commissie", output))
            .Append(Request(
                tools.Models.Find(tools.Models.Catalogue.Find(ModelCatalogue.DutchDialogue, ModelKind.Sample))!, null, "nl", "werkoverleg", output));
        var files = new List<string>();
        foreach (var request in recordings)
        {
            request.CheckFiles();
            files.AddRange(await minutes.RunAsync(request, progress, culture, cancellationToken));
        }
        await setup.Completion;

        SetupCommand.SayPlainly(culture, setup.Plan);
        Console.Out.WriteLine(Texts[culture, "demo.done", Path.GetRelativePath(Environment.CurrentDirectory, output)]);
        foreach (var file in files.Where(file => file.EndsWith(".minutes.docx", StringComparison.Ordinal)))
            Console.Out.WriteLine("  " + Path.GetRelativePath(Environment.CurrentDirectory, file));
        Console.Out.WriteLine(Texts[culture, "demo.dashboard"]);
        return ExitCodes.Done;
    }

    private static InlineRequest Request(string recording, string? agenda, string language, string pipeline, string output) => new()
    {
        Recording = recording,
        AgendaFile = agenda,
        Output = output,
        Settings = new MeetingRequest { FileName = "", Pipeline = pipeline, Language = language },
    };

    // The samples are part of the checkout, somewhere above the executable.
    private static string SampleFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "samples");
            if (File.Exists(Path.Combine(samples, Samples[0].File + ".opus")))
                return samples;
        }
        throw NotulenException.Input("demo.noSamples");
    }

    /// <summary>
    /// A line for each part of the set-up when it begins and ends; the bar belongs to the recordings, with behind it how far
    /// the part is that takes longest.
    /// </summary>
    private sealed class DemoConsole(CultureInfo culture) : IProgress<SetupProgress>
    {
        private readonly HashSet<(SetupPart, SetupState)> _said = [];
        private readonly Dictionary<SetupPart, SetupProgress> _underWay = [];

        public void Say(string key, params object?[] values) => Console.Error.WriteLine(Texts[culture, key, values]);

        public void Report(SetupProgress value)
        {
            lock (_said)
            {
                if (_said.Add((value.Part, value.State)))
                    ConsoleProgress.WriteLine(SetupDisplay.Describe(culture, value));
                if (value.State is SetupState.Fetching or SetupState.Building)
                    _underWay[value.Part] = value;
                else
                    _underWay.Remove(value.Part);
                ConsoleProgress.Meanwhile(_underWay.Values.MaxBy(part => part.Elapsed) is { } longest
                    ? $"{SetupDisplay.Describe(culture, longest)} {longest.Fraction.ToString("0 %", culture)}"
                    : "");
            }
        }
    }
}

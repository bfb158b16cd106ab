using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Notulen.App.CommandLine;
using Notulen.App.Inline;
using Notulen.Core.Meetings;
using Notulen.Core.Problems;
using Notulen.Core.Storage;
using static Notulen.App.CommandLine.NotulenCommandLine;

namespace Notulen.App.Commands;

/// <summary><c>notulen minutes</c>: from one recording or transcript to minutes on disk, in this process.</summary>
internal static class MinutesCommand
{
    private const string DefaultPipeline = "commissie";

    public static Command Create(CultureInfo culture)
    {
        var recording = new Argument<FileInfo?>("RECORDING") { Description = Texts[culture, "minutes.recording"], Arity = ArgumentArity.ZeroOrOne };
        // A file cannot have an empty name, and the library does not say so by itself.
        recording.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => token.Value.Length == 0))
                result.AddError("empty");
        });
        var transcript = new Option<FileInfo?>("--transcript") { Description = Texts[culture, "minutes.transcript"], HelpName = "FILE" };
        var agenda = new Option<FileInfo?>("--agenda") { Description = Texts[culture, "minutes.agenda"], HelpName = "FILE" };
        var pipeline = new Option<string>("--pipeline") { Description = Texts[culture, "minutes.pipeline"], HelpName = "NAME", DefaultValueFactory = _ => DefaultPipeline };
        var language = new Option<string?>("--language") { Description = Texts[culture, "minutes.language"], HelpName = "nl|en|auto" };
        var speechModel = new Option<string?>("--speech-model") { Description = Texts[culture, "minutes.speechModel"], HelpName = "NAME" };
        var languageModel = new Option<string?>("--language-model") { Description = Texts[culture, "minutes.languageModel"], HelpName = "NAME|none" };
        var output = new Option<DirectoryInfo>("--out") { Description = Texts[culture, "minutes.out"], HelpName = "DIR", DefaultValueFactory = _ => new DirectoryInfo(".") };
        var fresh = new Option<bool>("--fresh") { Description = Texts[culture, "minutes.fresh"] };
        var quiet = new Option<bool>("--quiet", "-q") { Description = Texts[culture, "minutes.quiet"] };
        var data = CommonOptions.Data(culture);

        var command = new Command("minutes", Texts[culture, "minutes.help"])
        {
            recording, transcript, agenda, pipeline, language, speechModel, languageModel, output, fresh, quiet, data,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new InlineRequest
            {
                Recording = parsed.GetValue(recording)?.FullName,
                Transcript = parsed.GetValue(transcript)?.FullName,
                AgendaFile = parsed.GetValue(agenda)?.FullName,
                Output = parsed.GetValue(output)!.FullName,
                Fresh = parsed.GetValue(fresh),
                Settings = new MeetingRequest
                {
                    FileName = "",
                    Pipeline = parsed.GetValue(pipeline)!,
                    Language = parsed.GetValue(language),
                    SpeechModel = parsed.GetValue(speechModel),
                    LanguageModel = parsed.GetValue(languageModel),
                },
            },
            parsed.GetValue(quiet),
            NotulenFolders.FromEnvironment(parsed.GetValue(data)),
            culture,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        InlineRequest request, bool quiet, NotulenFolders folders, CultureInfo culture, CancellationToken cancellationToken)
    {
        if (request.Recording is null == request.Transcript is null)
            throw NotulenException.Input("minutes.oneInput");
        request.CheckFiles();

        using var held = DataFolderLock.Take(folders);
        await using var services = Composition.Build(folders);
        await Composition.OpenAsync(services, cancellationToken);
        var progress = quiet ? null : ConsoleProgress.Create(services, culture);
        var files = await services.GetRequiredService<InlineMinutes>().RunAsync(request, progress, culture, cancellationToken);
        foreach (var file in files)
            Console.Out.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, file));
        return ExitCodes.Done;
    }
}

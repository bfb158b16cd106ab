using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using Notulen.App.Commands;
using Notulen.Core;
using Notulen.Core.Problems;
using Notulen.Core.Storage;

namespace Notulen.App.CommandLine;

/// <summary>The command line: its verbs, its language, and how it ends.</summary>
public static class NotulenCommandLine
{
    internal static readonly ResourceTexts Texts = new("Notulen.App.Texts", typeof(NotulenCommandLine).Assembly);

    // Long enough for a window to be committed and engines to be stopped after Ctrl-C.
    private static readonly TimeSpan Termination = TimeSpan.FromSeconds(20);

    /// <summary>Parses and runs; never throws.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var culture = InterfaceLanguage.FromEnvironment();
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = culture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

        using var limit = TakeFileLimitAsError();
        var root = Create(culture);
        HelpText.Use(root, culture);
        var parsed = root.Parse(args switch
        {
            [] => ["--help"],
            ["help", .. var about] => [.. about, "--help"],
            _ => args,
        });
        if (parsed.Errors.Count > 0)
            return Fail(HelpText.Explain(parsed, culture));
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = Termination,
            });
        }
        catch (NotulenException exception)
        {
            Fail(exception.Problem.Say(culture));
            return (int)exception.Problem.Kind;
        }
        catch (OperationCanceledException)
        {
            Fail(Texts[culture, "interrupted"]);
            return ExitCodes.Interrupted;
        }
        catch (OptionsValidationException exception)
        {
            Fail(new Problem(ProblemKind.Input, "settings.invalid", [string.Join(" ", exception.Failures)]).Say(culture));
            return ExitCodes.WrongInput;
        }
        catch (Exception exception)
        {
            var problem = StorageFault.Of(exception, FoldersOf(parsed).Data) ?? Unforeseen(exception);
            Fail(problem.Say(culture));
            return (int)problem.Kind;
        }
    }

    // A file that outgrows the user's limit (SIGXFSZ, 25 on Linux and macOS) would otherwise end us without a word.
    private static PosixSignalRegistration? TakeFileLimitAsError() =>
        OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create((PosixSignal)25, context => context.Cancel = true);

    // One sentence for the person, the rest for whoever mends it.
    private static Problem Unforeseen(Exception exception)
    {
        string kept;
        try
        {
            kept = Path.Combine(Directory.CreateTempSubdirectory("notulen-").FullName, "fout.txt");
            File.WriteAllText(kept, exception.ToString());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            kept = exception.Message;
        }
        return new Problem(ProblemKind.Engine, "stage.unexpected", [exception.GetType().Name, kept]);
    }

    private static NotulenFolders FoldersOf(ParseResult parsed) =>
        NotulenFolders.FromEnvironment((parsed.GetResult("--data") as OptionResult)?.GetValueOrDefault<string?>());

    private static RootCommand Create(CultureInfo culture) => new(Texts[culture, "help.root"])
    {
        MinutesCommand.Create(culture),
        DemoCommand.Create(culture),
        ServeCommand.Create(culture),
        SetupCommand.Create(culture, NotulenFolders.FromEnvironment()),
        ModelsCommand.Create(culture, NotulenFolders.FromEnvironment()),
        EvalCommand.Create(culture),
        PipelinesCommand.Create(culture, () => Composition.PipelineFolder(Composition.Settings(NotulenFolders.FromEnvironment()))),
    };

    private static int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCodes.WrongInput;
    }
}

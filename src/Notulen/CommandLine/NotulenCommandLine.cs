using System.CommandLine;
using System.Globalization;
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

        var root = Create(culture);
        HelpText.Use(root, culture);
        var parsed = root.Parse(args switch
        {
            [] => ["--help"],
            ["help", .. var verb] => [.. verb, "--help"],
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
            // What nobody foresaw: one sentence for the person, the rest for whoever mends it.
            Fail(new Problem(ProblemKind.Engine, "stage.unexpected", [exception.GetType().Name, KeepTrace(exception)]).Say(culture));
            return ExitCodes.EngineFailed;
        }
    }

    private static string KeepTrace(Exception exception)
    {
        var file = Path.Combine(Path.GetTempPath(), $"notulen-{Environment.ProcessId}.txt");
        try
        {
            File.WriteAllText(file, exception.ToString());
            return file;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private static RootCommand Create(CultureInfo culture) => new(Texts[culture, "help.root"])
    {
        MinutesCommand.Create(culture),
        DemoCommand.Create(culture),
        ServeCommand.Create(culture),
        SetupCommand.Create(culture, NotulenFolders.FromEnvironment()),
        ModelsCommand.Create(culture, NotulenFolders.FromEnvironment()),
        PipelinesCommand.Create(culture, () => Composition.PipelineFolder(Composition.Settings(NotulenFolders.FromEnvironment()))),
    };

    private static int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCodes.WrongInput;
    }
}

using System.CommandLine;
using System.Globalization;
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
        var parsed = root.Parse(args);
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
    }

    private static RootCommand Create(CultureInfo culture) => new(Texts[culture, "help.root"])
    {
        MinutesCommand.Create(culture),
        DemoCommand.Create(culture),
        SetupCommand.Create(culture, NotulenFolders.FromEnvironment()),
        ModelsCommand.Create(culture, NotulenFolders.FromEnvironment()),
    };

    private static int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCodes.WrongInput;
    }
}

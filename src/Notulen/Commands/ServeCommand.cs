using System.CommandLine;
using System.Globalization;
using Notulen.App.CommandLine;
using Notulen.App.Serve;
using Notulen.Core.Problems;
using Notulen.Core.Storage;
using static Notulen.App.CommandLine.NotulenCommandLine;

namespace Notulen.App.Commands;

/// <summary><c>notulen serve</c>: the pages and the workers, until Ctrl-C.</summary>
internal static class ServeCommand
{
    public static Command Create(CultureInfo culture)
    {
        var port = new Option<int?>("--port") { Description = Texts[culture, "serve.port"], HelpName = "PORT" };
        var data = CommonOptions.Data(culture);
        var command = new Command("serve", Texts[culture, "serve.help"]) { port, data };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(port), NotulenFolders.FromEnvironment(parsed.GetValue(data)), culture, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int? port, NotulenFolders folders, CultureInfo culture, CancellationToken cancellationToken)
    {
        if (port is < 0 or > 65535)
            throw NotulenException.Input("web.portRange", port.Value.ToString(CultureInfo.InvariantCulture));
        await using var server = await NotulenServer.StartAsync(folders, Composition.Settings(folders), port, more: null, cancellationToken);
        Console.Out.WriteLine(Texts[culture, "serve.ready", server.Address]);
        await server.RunAsync(cancellationToken);
        Console.Out.WriteLine(Texts[culture, "serve.stopped"]);
        return ExitCodes.Done;
    }
}

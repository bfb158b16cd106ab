using System.CommandLine;
using System.Globalization;
using static Notulen.App.CommandLine.NotulenCommandLine;

namespace Notulen.App.Commands;

/// <summary>Options that several verbs have.</summary>
internal static class CommonOptions
{
    public static Option<string?> Data(CultureInfo culture) =>
        new("--data") { Description = Texts[culture, "option.data"], HelpName = "DIR" };
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Notulen.App.CommandLine;

/// <summary>Help and parse errors in the language of the reader; the library has them in other languages only.</summary>
internal sealed class HelpText(CultureInfo culture) : SynchronousCommandLineAction
{
    private const int Column = 34;
    private const int Width = 80;

    /// <summary>Who asks what has to be filled in has not filled it in yet.</summary>
    public override bool ClearsParseErrors => true;

    /// <summary>Puts this help in the place of the library's, on every verb.</summary>
    public static void Use(RootCommand root, CultureInfo culture)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption help)
                (help.Action, help.Description) = (new HelpText(culture), NotulenCommandLine.Texts[culture, "help.help"]);
            else if (option is VersionOption version)
                version.Description = NotulenCommandLine.Texts[culture, "help.version"];
        }
    }

    /// <summary>One sentence about what could not be understood and where the help is.</summary>
    public static string Explain(ParseResult parsed, CultureInfo culture)
    {
        var command = PathOf(parsed.CommandResult.Command);
        if (parsed.UnmatchedTokens.Count > 0)
        {
            // Most often a file name with blanks in it.
            var surplus = !parsed.UnmatchedTokens[0].StartsWith('-') && parsed.CommandResult.Command.Arguments.Count > 0;
            return NotulenCommandLine.Texts[culture, surplus ? "parse.surplus" : "parse.unknown", parsed.UnmatchedTokens[0], command];
        }
        var symbol = parsed.Errors[0].SymbolResult switch
        {
            OptionResult option => option.Option.Name,
            ArgumentResult argument => argument.Argument.Name,
            _ => null,
        };
        return symbol is null
            ? NotulenCommandLine.Texts[culture, "parse.incomplete", command]
            : NotulenCommandLine.Texts[culture, "parse.wrong", symbol, command];
    }

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        foreach (var line in Wrap(command.Description ?? "", Width))
            output.WriteLine(line);
        output.WriteLine();
        output.WriteLine(NotulenCommandLine.Texts[culture, "help.usage"]);
        output.WriteLine("  " + Usage(command));
        Section(output, "help.arguments", command.Arguments.Where(argument => !argument.Hidden).Select(argument => (argument.Name, argument.Description)));
        Section(output, "help.options", Options(command));
        Section(output, "help.commands", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description)));
        return ExitCodes.Done;
    }

    private static IEnumerable<(string, string?)> Options(Command command)
    {
        var inherited = command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive);
        foreach (var option in command.Options.Concat(inherited).Where(option => !option.Hidden))
        {
            var names = string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-') && alias != "-?").Prepend(option.Name).Distinct());
            var value = option.Arity.MaximumNumberOfValues > 0 ? $" {option.HelpName ?? "…"}" : "";
            yield return (names + value, option.Description);
        }
    }

    private void Section(TextWriter output, string title, IEnumerable<(string Name, string? Description)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(NotulenCommandLine.Texts[culture, title]);
        foreach (var (name, description) in list)
        {
            var lines = Wrap(description ?? "", Width - Column).ToList();
            output.WriteLine("  " + (name.Length < Column - 2 ? name.PadRight(Column - 2) : name + Environment.NewLine + new string(' ', Column)) + lines[0]);
            foreach (var line in lines.Skip(1))
                output.WriteLine(new string(' ', Column) + line);
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length + 1 > width && line.Length > 0)
            {
                yield return line;
                line = "";
            }
            line += line.Length == 0 ? word : " " + word;
        }
        yield return line;
    }

    private static string Usage(Command command)
    {
        var arguments = command.Arguments.Where(argument => !argument.Hidden)
            .Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : argument.Name);
        var options = command.Subcommands.Count > 0 ? "…" : "[…]";
        return string.Join(' ', [PathOf(command), .. arguments, options]);
    }

    private static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : "notulen";
}

using System.CommandLine;
using System.Globalization;
using Notulen.Core.Problems;
using Notulen.Core.Storage;
using Notulen.Engines.Models;
using Notulen.Engines.Setup;

namespace Notulen.App.Commands;

/// <summary><c>notulen models list|pull|verify</c>.</summary>
public static class ModelsCommand
{
    public static Command Create(CultureInfo culture, NotulenFolders folders)
    {
        string Text(string key) => SetupTexts.Texts[culture, key];
        SetupTools Tools() => new(folders, TimeProvider.System);

        var list = new Command("list", Text("models.list"));
        list.SetAction(_ => List(culture, Tools()));

        var name = new Argument<string>("name") { Description = Text("models.name") };
        var pull = new Command("pull", Text("models.pull")) { name };
        pull.SetAction((parsed, cancellationToken) => PullAsync(culture, Tools(), parsed.GetRequiredValue(name), cancellationToken));

        var one = new Argument<string?>("name") { Description = Text("models.name"), Arity = ArgumentArity.ZeroOrOne };
        var verify = new Command("verify", Text("models.verify")) { one };
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(culture, Tools(), parsed.GetValue(one), cancellationToken));

        return new Command("models", Text("models.description")) { list, pull, verify };
    }

    private static int List(CultureInfo culture, SetupTools tools)
    {
        foreach (var line in new ModelTable(culture, tools.Models, Machine.Current).Lines())
            Console.Out.WriteLine(line);
        return 0;
    }

    private static async Task<int> PullAsync(CultureInfo culture, SetupTools tools, string name, CancellationToken cancellationToken)
    {
        var entry = tools.Models.Catalogue.Find(name);
        var display = new SetupDisplay(culture);
        var step = new SetupStep(new SetupPart($"part.{entry.Kind}", entry.Name), tools.Folders.Home, display, tools.Time);
        await display.FollowAsync(async _ =>
        {
            if (await tools.Fetch.IsWholeAsync(entry, cancellationToken))
            {
                step.Skip();
                return;
            }
            using var held = SetupLock.Take(tools.Folders.Home);
            await step.RunAsync(SetupState.Fetching, report => tools.Fetch.FetchAsync(entry, report, cancellationToken));
        });
        var file = await tools.Models.CheckedAsync(entry, cancellationToken);
        FileLines.Write(file.Path, file.Sha256);
        SayPlainly(culture, entry);
        if (!Machine.Current.Holds(entry))
            Console.Out.WriteLine(SetupTexts.Texts[culture, "models.tooBig.now", entry.Name]);
        return 0;
    }

    /// <summary>Says it when a model is only good enough for a demonstration, or when its hash is nobody's but our own.</summary>
    public static void SayPlainly(CultureInfo culture, ModelEntry entry)
    {
        if (entry.Demonstration)
            Console.Out.WriteLine(SetupTexts.Texts[culture, "run.demonstration", entry.Name]);
        if (entry.Sha256 is null)
            Console.Out.WriteLine(SetupTexts.Texts[culture, "run.pinned", entry.Name]);
    }

    private static async Task<int> VerifyAsync(CultureInfo culture, SetupTools tools, string? name, CancellationToken cancellationToken)
    {
        var entries = name is not null
            ? [tools.Models.Catalogue.Find(name)]
            : tools.Models.Catalogue.Models.Where(entry => tools.Models.Find(entry) is not null).ToList();
        if (entries.Count == 0)
            Console.Out.WriteLine(SetupTexts.Texts[culture, "models.nothing"]);
        var exit = 0;
        foreach (var entry in entries)
        {
            try
            {
                var file = await tools.Models.CheckAsync(entry, cancellationToken);
                Console.Out.WriteLine(SetupTexts.Texts[culture, entry.Sha256 is null ? "models.good.pinned" : "models.good", entry.Name]);
                FileLines.Write(file.Path, file.Sha256);
            }
            catch (NotulenException exception)
            {
                Console.Error.WriteLine(exception.Problem.Say(culture));
                exit = 2;
            }
        }
        return exit;
    }
}

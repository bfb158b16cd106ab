using System.Diagnostics;

namespace Notulen.EndToEnd;

/// <summary>The processes of this machine, and signals to them by the system's own <c>kill</c>.</summary>
internal static class Processes
{
    /// <summary>Sends a signal by name ("INT").</summary>
    public static void Signal(int process, string name) => Kill("-" + name, "--", process.ToString());

    /// <summary>Sends a signal to a whole group of processes, as the terminal does at Ctrl-C.</summary>
    public static void SignalGroup(int leader, string name) => Kill("-" + name, "--", "-" + leader);

    /// <summary>Ids of the running descendants of a process whose program has that name.</summary>
    public static IReadOnlyList<int> Descendants(int ancestor, string program)
    {
        var all = All().ToDictionary(process => process.Id);
        return [.. all.Values.Where(process => process.Name == program[..Math.Min(15, program.Length)] && IsBelow(process)).Select(process => process.Id)];

        bool IsBelow(Entry process)
        {
            for (var entry = process; entry.Id > 1;)
            {
                if (entry.Parent == ancestor)
                    return true;
                if (!all.TryGetValue(entry.Parent, out entry!))
                    return false;
            }
            return false;
        }
    }

    /// <summary>Command lines of the running processes that work in a folder or were given a file in it.</summary>
    public static IReadOnlyList<string> Of(string folder) =>
        [.. All().Where(process => Folder(process.Id).StartsWith(folder, StringComparison.Ordinal) || Line(process.Id).Contains(folder, StringComparison.Ordinal)).Select(process => Line(process.Id))];

    /// <summary>Whether it runs; one that has ended and was not fetched yet does not.</summary>
    public static bool Runs(int id) => All().Any(process => process.Id == id);

    private sealed record Entry(int Id, int Parent, string Name);

    private static IEnumerable<Entry> All()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id))
                continue;
            var stat = Read(Path.Combine(folder, "stat"));
            if (stat.LastIndexOf(')') is var close and > 0 && stat[(close + 2)..].Split(' ') is var fields && fields[0] != "Z")
                yield return new Entry(id, int.Parse(fields[1]), stat[(stat.IndexOf('(') + 1)..close]);
        }
    }

    private static string Line(int id) => Read($"/proc/{id}/cmdline").Replace('\0', ' ');

    private static string Folder(int id)
    {
        try
        {
            return new FileInfo($"/proc/{id}/cwd").LinkTarget ?? "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // Processes end while we look.
    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static void Kill(params string[] arguments)
    {
        using var kill = new Process { StartInfo = new ProcessStartInfo("kill", arguments) { RedirectStandardError = true } };
        kill.Start();
        kill.WaitForExit();
    }
}

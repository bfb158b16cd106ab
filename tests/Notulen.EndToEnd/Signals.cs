using System.Diagnostics;

namespace Notulen.EndToEnd;

/// <summary>Signals to processes, by the system's own <c>kill</c>.</summary>
internal static class Signals
{
    public static void Send(int process, string name)
    {
        using var kill = new Process { StartInfo = new ProcessStartInfo("kill", ["-" + name, process.ToString()]) };
        kill.Start();
        kill.WaitForExit();
    }

    /// <summary>Ids of the descendants of a process whose program has that name.</summary>
    public static IReadOnlyList<int> Descendants(int ancestor, string program)
    {
        var parents = new Dictionary<int, (int Parent, string Name)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id))
                continue;
            try
            {
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                var close = stat.LastIndexOf(')');
                parents[id] = (int.Parse(stat[(close + 2)..].Split(' ')[1]), stat[(stat.IndexOf('(') + 1)..close]);
            }
            catch (IOException)
            {
                // It ended while we looked.
            }
        }
        return [.. parents.Where(entry => program.StartsWith(entry.Value.Name, StringComparison.Ordinal) && IsBelow(entry.Key)).Select(entry => entry.Key)];

        bool IsBelow(int id)
        {
            while (parents.TryGetValue(id, out var entry) && id > 1)
            {
                if (entry.Parent == ancestor)
                    return true;
                id = entry.Parent;
            }
            return false;
        }
    }
}

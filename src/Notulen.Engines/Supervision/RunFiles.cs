using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Notulen.Core;
using Notulen.Core.Storage;

namespace Notulen.Engines.Supervision;

/// <summary>
/// Remembers on disk which engines this process started, so that the next start can end those that outlived a killed
/// parent. A process is only ended when number, start time and program all agree, and its parent is gone.
/// </summary>
public sealed class RunFiles(NotulenFolders folders, ILogger<RunFiles> logger)
{
    private sealed record Entry(int Process, string Started, string Program, int Parent, string ParentStarted);

    /// <summary>Writes the file of a running engine; dispose it when the engine has ended.</summary>
    internal string Add(Process process, string program)
    {
        Directory.CreateDirectory(folders.Run);
        var path = Path.Combine(folders.Run, $"engine-{process.Id}.json");
        var entry = new Entry(
            process.Id, StartTime(process.Id) ?? "", program, Environment.ProcessId, StartTime(Environment.ProcessId) ?? "");
        File.WriteAllText(path, JsonSerializer.Serialize(entry, NotulenJson.Compact));
        return path;
    }

    /// <summary>Ends engines whose parent is gone. Another process that works on the same folder keeps its engines.</summary>
    /// <returns>How many were ended.</returns>
    public int Sweep()
    {
        if (!Directory.Exists(folders.Run))
            return 0;
        var ended = 0;
        foreach (var path in Directory.EnumerateFiles(folders.Run, "engine-*.json"))
        {
            if (Read(path) is not { } entry)
            {
                File.Delete(path);
                continue;
            }
            if (entry.ParentStarted.Length > 0 && StartTime(entry.Parent) == entry.ParentStarted)
                continue;
            if (entry.Started.Length > 0 && StartTime(entry.Process) == entry.Started && Runs(entry.Process, entry.Program) && End(entry.Process))
            {
                logger.LogWarning("Ended engine process {Process}, which had outlived the process that started it.", entry.Process);
                ended++;
            }
            File.Delete(path);
        }
        return ended;
    }

    private static Entry? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Entry>(File.ReadAllText(path), NotulenJson.Compact) is { Process: > 1, Program: not null, Started: not null, ParentStarted: not null } entry
                ? entry
                : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>Something that tells a process from a later one with the same number; null when there is no such process.</summary>
    private static string? StartTime(int id)
    {
        if (!OperatingSystem.IsLinux())
        {
            try
            {
                using var process = Process.GetProcessById(id);
                return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                return null;
            }
        }
        try
        {
            // The name in the second field is in brackets and may hold blanks; the start time is the 20th field after it.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] == "Z" ? null : fields[19];
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Just after its start the child may still be setpriv with the program among its arguments.
    private static bool Runs(int id, string program)
    {
        if (!OperatingSystem.IsLinux())
            return true;
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Split('\0').Contains(program);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

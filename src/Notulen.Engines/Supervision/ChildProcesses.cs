using System.Collections.Concurrent;
using System.Diagnostics;

namespace Notulen.Engines.Supervision;

/// <summary>
/// Starts child processes that the operating system kills together with us, even when we are killed without a chance to
/// clean up. On Linux that signal is tied to the <em>thread</em> that started the child, so all children are started by
/// one thread that lives as long as the process.
/// </summary>
internal static class ChildProcesses
{
    private static readonly BlockingCollection<Action> Work = [];

    /// <summary>util-linux's setpriv, which every Debian has; without it the sweep of run files at the next start is what remains.</summary>
    private static readonly string? SetPriv = OperatingSystem.IsLinux()
        ? new[] { "/usr/bin/setpriv", "/bin/setpriv" }.FirstOrDefault(File.Exists)
        : null;

    static ChildProcesses() => new Thread(Run) { IsBackground = true, Name = "child processes" }.Start();

    /// <param name="program">Full path.</param>
    /// <param name="arguments">One element per argument.</param>
    /// <param name="environment">All the variables the child gets.</param>
    /// <param name="folder">Its current folder.</param>
    public static Task<Process> StartAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string folder)
    {
        var start = new ProcessStartInfo(SetPriv ?? program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        string[] prefix = SetPriv is null ? [] : ["--pdeathsig", "KILL", "--", program];
        foreach (var argument in prefix.Concat(arguments))
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            var process = new Process { StartInfo = start };
            try
            {
                process.Start();
                started.SetResult(process);
            }
            catch (Exception exception)
            {
                process.Dispose();
                started.SetException(exception);
            }
        });
        return started.Task;
    }

    private static void Run()
    {
        foreach (var start in Work.GetConsumingEnumerable())
            start();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace Notulen.Engines.Supervision;

/// <summary>
/// Starts engine processes so that they end with us, however we end. On Linux the kernel is asked to kill the child
/// when its parent dies; that is tied to the thread that started it, so one thread that lives as long as we do starts all.
/// </summary>
internal static class EngineStarter
{
    private const string ParentDeathSignal = "/usr/bin/setpriv";

    private static readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> Orders = StartThread();

    /// <summary>Starts the program.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It does not exist or may not be run.</exception>
    public static Task<Process> StartAsync(ProcessStartInfo start)
    {
        if (OperatingSystem.IsLinux() && File.Exists(ParentDeathSignal))
        {
            string[] program = ["--pdeathsig", "KILL", "--", start.FileName];
            for (var index = 0; index < program.Length; index++)
                start.ArgumentList.Insert(index, program[index]);
            start.FileName = ParentDeathSignal;
        }
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Orders.Add((start, started));
        return started.Task;
    }

    private static BlockingCollection<(ProcessStartInfo, TaskCompletionSource<Process>)> StartThread()
    {
        var orders = new BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)>();
        new Thread(() =>
        {
            foreach (var (start, started) in orders.GetConsumingEnumerable())
            {
                try
                {
                    var process = new Process { StartInfo = start };
                    process.Start();
                    started.SetResult(process);
                }
                catch (Exception exception)
                {
                    started.SetException(exception);
                }
            }
        })
        { IsBackground = true, Name = "engine starter" }.Start();
        return orders;
    }
}

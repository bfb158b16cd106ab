using System.Diagnostics;
using System.Text;
using Notulen.Core.Problems;

namespace Notulen.Engines.Processes;

/// <summary>Result of an external program that ended by itself.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output, at most <see cref="ProcessRunner.OutputLimit"/> characters.</param>
/// <param name="ErrorTail">The last lines of standard error.</param>
public sealed record ProcessResult(int ExitCode, string Output, string ErrorTail);

/// <summary>Runs external programs: argument lists, never shell strings; a deadline on every run; killed with its children on cancel.</summary>
public static class ProcessRunner
{
    /// <summary>Most characters of standard output that are kept.</summary>
    public const int OutputLimit = 4 * 1024 * 1024;

    private const int ErrorTailLimit = 4000;

    // Ctrl-C goes to our children as well as to us, and theirs may arrive first.
    private static readonly TimeSpan OwnSignal = TimeSpan.FromSeconds(2);

    /// <summary>Runs a program to its end and keeps what it prints.</summary>
    /// <param name="program">Name on PATH or full path.</param>
    /// <param name="arguments">One element per argument.</param>
    /// <param name="deadline">Longest time it may take.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <param name="workingFolder">Current folder of the program.</param>
    /// <param name="onLine">Called for every line of standard output and standard error as it comes.</param>
    /// <param name="environment">Variables to add; a null value removes one.</param>
    /// <exception cref="NotulenException">
    /// "process.missing" when the program does not exist, "process.deadline" when it took too long, "process.killed" when
    /// it crashed or somebody ended it.
    /// </exception>
    public static async Task<ProcessResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        TimeSpan deadline,
        CancellationToken cancellationToken,
        string? workingFolder = null,
        Action<string>? onLine = null,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        var output = new StringBuilder();
        var result = await StreamAsync(program, arguments, deadline, async (stream, ct) =>
        {
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(ct) is { } line)
            {
                onLine?.Invoke(line);
                if (output.Length < OutputLimit)
                    output.Append(line).Append('\n');
            }
        }, cancellationToken, workingFolder, onLine, environment);
        return result with { Output = output.ToString() };
    }

    /// <summary>Runs a program and hands its standard output, as bytes, to <paramref name="read"/>.</summary>
    public static async Task<ProcessResult> StreamAsync(
        string program,
        IEnumerable<string> arguments,
        TimeSpan deadline,
        Func<Stream, CancellationToken, Task> read,
        CancellationToken cancellationToken,
        string? workingFolder = null,
        Action<string>? onErrorLine = null,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = workingFolder ?? "",
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw NotulenException.Engine(exception, "process.missing", Path.GetFileName(program));
        }

        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timed.CancelAfter(deadline);
        var tail = new StringBuilder();
        try
        {
            process.StandardInput.Close();
            await Task.WhenAll(
                ReadOutputAsync(),
                ReadErrorsAsync(process.StandardError, tail, onErrorLine, timed.Token),
                process.WaitForExitAsync(timed.Token));
            // 128 and the number of the signal.
            if (process.ExitCode is > 128 and < 160)
                throw await KilledAsync(program, process.ExitCode, cancellationToken);
            return new ProcessResult(process.ExitCode, "", tail.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw NotulenException.Engine("process.deadline", Path.GetFileName(program), deadline.TotalSeconds.ToString("0"));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }

        // A reader that gives up would leave the program waiting at a full pipe.
        async Task ReadOutputAsync()
        {
            try
            {
                await read(process.StandardOutput.BaseStream, timed.Token);
            }
            catch
            {
                await timed.CancelAsync();
                throw;
            }
        }
    }

    /// <summary>The problem of a program that did not end by itself, unless it was ended because we are being stopped.</summary>
    /// <exception cref="OperationCanceledException">We are being stopped.</exception>
    internal static async Task<NotulenException> KilledAsync(string program, int exitCode, CancellationToken cancellationToken)
    {
        await Task.Delay(OwnSignal, cancellationToken);
        return NotulenException.Engine("process.killed", Path.GetFileName(program), exitCode.ToString());
    }

    private static async Task ReadErrorsAsync(StreamReader reader, StringBuilder tail, Action<string>? onLine, CancellationToken cancellationToken)
    {
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            onLine?.Invoke(line);
            tail.Append(line).Append('\n');
            if (tail.Length > ErrorTailLimit)
                tail.Remove(0, tail.Length - ErrorTailLimit);
        }
    }
}

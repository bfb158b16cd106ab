using System.Diagnostics;
using System.Text;

namespace Notulen.EndToEnd;

/// <summary>The real executable with a data folder of its own and this machine's engines and models.</summary>
public sealed class NotulenProcess : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private NotulenProcess(Process process) => _process = process;

    public int Id => _process.Id;
    public bool HasExited => _process.HasExited;
    public string Output => Read(_output);
    public string Errors => Read(_errors);

    /// <summary>Starts it; a prefix such as <c>unshare -n</c> may come before.</summary>
    public static NotulenProcess Start(TestFolder folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, params string[] prefix)
    {
        string[] command = [.. prefix, "dotnet", Path.Combine(AppContext.BaseDirectory, "notulen.dll"), .. arguments];
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        foreach (var argument in command[1..])
            start.ArgumentList.Add(argument);
        start.Environment["NOTULEN_DATA"] = folder.Data;
        start.Environment["NOTULEN_LANG"] = "nl";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        var process = new Process { StartInfo = start };
        var started = new NotulenProcess(process);
        process.OutputDataReceived += (_, line) => started.Append(started._output, line.Data);
        process.ErrorDataReceived += (_, line) => started.Append(started._errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<NotulenProcess> RunAsync(
        TestFolder folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, params string[] prefix)
    {
        var process = Start(folder, arguments, environment, prefix);
        await process.ExitAsync();
        return process;
    }

    /// <summary>Waits for the end.</summary>
    public async Task<int> ExitAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"Not done after {Deadline}.\n{Errors}\n{Output}");
        }
        return _process.ExitCode;
    }

    /// <summary><c>kill -9</c> of this process alone: its children are left to their fate, as when the machine runs out of memory.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        await ExitAsync();
    }

    /// <summary>Sends a signal by name ("INT", "TERM").</summary>
    public void Signal(string name) => Processes.Signal(_process.Id, name);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private void Append(StringBuilder text, string? line)
    {
        lock (text)
            text.AppendLine(line);
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }
}

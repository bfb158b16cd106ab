using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Notulen.Core.Problems;

namespace Notulen.Engines.Supervision;

/// <summary>One local engine that runs: a child process on a free loopback port.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private const int TailLines = 30;
    private static readonly TimeSpan HealthInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ExitDeadline = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly Queue<string> _tail = new();
    private bool _keeps = true;

    private EngineProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }
    public bool HasExited => _process.HasExited;

    /// <summary>Starts the engine and waits until it answers.</summary>
    /// <exception cref="NotulenException">It could not be started, died, or did not answer before the deadline.</exception>
    public static async Task<EngineProcess> StartAsync(
        EngineLaunch launch, HttpClient http, TimeSpan deadline, ILogger log, CancellationToken cancellationToken)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(launch.Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in (string[])[.. launch.Arguments, "--host", "127.0.0.1", "--port", port.ToString()])
            start.ArgumentList.Add(argument);
        // Nothing of ours goes along that the engine has no need for, and no proxy.
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in launch.Environment)
            start.Environment[name] = value;

        Process process;
        try
        {
            process = await EngineStarter.StartAsync(start);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw NotulenException.Engine(exception, "engine.start", launch.Name);
        }
        var engine = new EngineProcess(process, new Uri($"http://127.0.0.1:{port}"));
        process.OutputDataReceived += (_, line) => engine.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => engine.Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        try
        {
            await engine.WaitUntilHealthyAsync(launch, http, deadline, cancellationToken);
            log.LogInformation("{Engine} answers on port {Port}", launch.Name, port);
            return engine;
        }
        catch
        {
            log.LogWarning("{Engine} did not start; it last said: {Tail}", launch.Name, engine.Tail());
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>The last lines that the engine printed while it loaded. Nothing is kept once it works: it may print what was said.</summary>
    public string Tail()
    {
        lock (_tail)
            return string.Join(" | ", _tail);
    }

    /// <summary>Kills it and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            using var deadline = new CancellationTokenSource(ExitDeadline);
            await _process.WaitForExitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        _process.Dispose();
    }

    private async Task WaitUntilHealthyAsync(EngineLaunch launch, HttpClient http, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timed.CancelAfter(deadline);
        try
        {
            while (true)
            {
                if (_process.HasExited)
                    throw NotulenException.Engine("engine.died", launch.Name, _process.ExitCode.ToString());
                try
                {
                    using var answer = await http.GetAsync(new Uri(Address, launch.HealthPath), timed.Token);
                    if (answer.IsSuccessStatusCode)
                    {
                        lock (_tail)
                            _keeps = false;
                        return;
                    }
                }
                catch (HttpRequestException)
                {
                    // Not listening yet.
                }
                await Task.Delay(HealthInterval, timed.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw NotulenException.Engine("engine.slowStart", launch.Name, deadline.TotalSeconds.ToString("0"));
        }
    }

    private void Keep(string? line)
    {
        lock (_tail)
        {
            if (line is null || !_keeps)
                return;
            _tail.Enqueue(line.Length > 300 ? line[..300] : line);
            if (_tail.Count > TailLines)
                _tail.Dequeue();
        }
    }

    // Somebody else may take the port before the engine does; then it dies and is started again on another.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

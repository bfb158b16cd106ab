using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Notulen.Engines.Supervision;

/// <summary>One running local engine: a child process that listens on a loopback port.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private const int TailLines = 40;
    private const int TailLineLength = 300;

    private readonly Process _process;
    private readonly string _runFile;
    private readonly Queue<string> _tail = new();
    private readonly Task _drained;

    private EngineProcess(Process process, string runFile, Uri address, EngineLaunch launch)
    {
        _process = process;
        _runFile = runFile;
        Launch = launch;
        Http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
        })
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        // A fresh loopback connection costs less than the doubt whether the engine just closed an old one.
        Http.DefaultRequestHeaders.ConnectionClose = true;
        if (launch.ApiKey is { } key)
            Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _drained = Task.WhenAll(DrainAsync(process.StandardOutput), DrainAsync(process.StandardError));
    }

    public EngineLaunch Launch { get; }

    public HttpClient Http { get; }

    public int Id => _process.Id;

    /// <summary>Its exit code; null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    public bool Running => !_process.HasExited;

    /// <summary>The last lines it printed; for the log only.</summary>
    public string Tail
    {
        get
        {
            lock (_tail)
                return string.Join('\n', _tail);
        }
    }

    public static async Task<EngineProcess> StartAsync(EngineLaunch launch, RunFiles runFiles, string folder)
    {
        var port = FreePort();
        // The path is a secret: a web page that guesses the port reaches nothing, and an answer under it proves that it
        // is our child that listens and not another program that was quicker to take the port.
        var path = "/" + RandomNumberGenerator.GetHexString(24, lowercase: true);
        Directory.CreateDirectory(folder);
        var process = await ChildProcesses.StartAsync(launch.Program, launch.Arguments(port, path), Variables(launch), folder);
        try
        {
            process.StandardInput.Close();
            var runFile = runFiles.Add(process, launch.Program);
            return new EngineProcess(process, runFile, new Uri($"http://127.0.0.1:{port}{path}/"), launch);
        }
        catch
        {
            // Such as a full disk: nobody would stop it any more.
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the model is loaded.</summary>
    /// <returns>False when the process ended first.</returns>
    /// <exception cref="OperationCanceledException">Cancelled, or the deadline passed.</exception>
    public async Task<bool> ReadyAsync(CancellationToken cancellationToken)
    {
        for (var pause = 20; Running; pause = Math.Min(pause * 5 / 4, 250))
        {
            if (await HealthyAsync(cancellationToken))
                return true;
            await Task.Delay(pause, cancellationToken);
        }
        return false;
    }

    public async Task<bool> HealthyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Http.GetAsync("health", cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Kills it, also when it hangs or is stopped, and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (Running)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        await _drained;
        _process.Dispose();
        File.Delete(_runFile);
    }

    // Reads on so that the engine never blocks on a full pipe, and keeps the end.
    private async Task DrainAsync(StreamReader reader)
    {
        var buffer = new char[1024];
        var line = new System.Text.StringBuilder();
        int got;
        while ((got = await reader.ReadAsync(buffer)) > 0)
        {
            foreach (var letter in buffer.AsSpan(0, got))
            {
                if (letter != '\n' && line.Length < TailLineLength)
                    line.Append(letter);
                if (letter != '\n')
                    continue;
                Keep(line.ToString());
                line.Clear();
            }
        }
        Keep(line.ToString());
    }

    private void Keep(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (_tail)
        {
            _tail.Enqueue(line);
            if (_tail.Count > TailLines)
                _tail.Dequeue();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Only what a native program needs: no proxies, no keys, nothing that belongs to us.</summary>
    private static Dictionary<string, string> Variables(EngineLaunch launch)
    {
        var variables = new Dictionary<string, string>
        {
            ["LANG"] = "C.UTF-8",
            // Without it glibc keeps an arena per thread, and an engine grows with every window.
            ["MALLOC_ARENA_MAX"] = "2",
        };
        string[] kept = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LD_LIBRARY_PATH"];
        string[] keptFamilies = ["CUDA_", "NVIDIA_", "HIP_", "ROCR_", "GGML_", "OMP_"];
        foreach (var (name, value) in Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(entry => ((string)entry.Key, (string?)entry.Value ?? "")))
        {
            if (kept.Contains(name) || keptFamilies.Any(family => name.StartsWith(family, StringComparison.Ordinal)))
                variables[name] = value;
        }
        foreach (var (name, value) in launch.Environment)
            variables[name] = value;
        return variables;
    }
}

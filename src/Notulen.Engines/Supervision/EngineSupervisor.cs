using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Notulen.Core.Problems;
using Notulen.Core.Storage;

namespace Notulen.Engines.Supervision;

/// <summary>
/// Keeps one local engine: starts it when it is needed, starts it again when it died, stops it when nobody needs it, and
/// never lets it outlive us. Speech and language have a supervisor each.
/// </summary>
internal sealed class EngineSupervisor : IAsyncDisposable, IDisposable
{
    private readonly EngineOptions _options;
    private readonly RunFiles _runFiles;
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Held while the engine is started or stopped.</summary>
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Guards the fields below, which also change while somebody waits for a start.</summary>
    private readonly Lock _state = new();
    private readonly ITimer _idle;
    private EngineProcess? _process;
    private int _uses;
    private TaskCompletionSource _unused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _disposed;

    public EngineSupervisor(
        IOptions<EngineOptions> options, RunFiles runFiles, NotulenFolders folders, TimeProvider time, ILogger<EngineSupervisor> logger)
    {
        _options = options.Value;
        _runFiles = runFiles;
        _folder = folders.Run;
        _time = time;
        _logger = logger;
        _idle = time.CreateTimer(_ => _ = StopIfUnusedAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Number of the running process; null when none runs.</summary>
    public int? ProcessId => _process?.Id;

    /// <summary>Hands out the engine; while it serves another model, waits until that is not in use any more.</summary>
    /// <exception cref="NotulenException">"engine.start", "engine.died" or "engine.slowStart": it did not start, however often it was tried.</exception>
    public async Task<EngineSession> OpenAsync(EngineLaunch launch, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task unused;
            await _gate.WaitAsync(cancellationToken);
            try
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                if (_process is { Running: false })
                    await StopAsync();
                if (_process is { } other && other.Launch.Model != launch.Model && !InUse())
                    await StopAsync();
                _process ??= await StartAsync(launch, cancellationToken);
                if (Use(_process, launch) is { } session)
                    return session;
                lock (_state)
                    unused = _uses == 0 ? Task.CompletedTask : _unused.Task;
            }
            finally
            {
                _gate.Release();
            }
            await unused.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Stops the engine unless somebody uses it.</summary>
    public async Task StopIfUnusedAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (!InUse())
                await StopAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _disposed = true;
            await _idle.DisposeAsync();
            await StopAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private bool InUse()
    {
        lock (_state)
            return _uses > 0;
    }

    private EngineSession? Use(EngineProcess process, EngineLaunch launch)
    {
        if (process.Launch.Model != launch.Model)
            return null;
        lock (_state)
            _uses++;
        _idle.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return new EngineSession(process.Http, launch.Model, local: true, end => CloseAsync(process, end));
    }

    private async ValueTask CloseAsync(EngineProcess process, SessionEnd end)
    {
        bool last;
        lock (_state)
        {
            // The uses of a process that was stopped meanwhile are not counted any more.
            last = process == _process && --_uses == 0;
            if (last)
            {
                _unused.TrySetResult();
                _unused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
        if (end == SessionEnd.Broken || (end == SessionEnd.Abandoned && last))
            await StopAsync(process);
        else if (last && !_disposed)
            _idle.Change(TimeSpan.FromSeconds(_options.IdleSeconds), Timeout.InfiniteTimeSpan);
    }

    private async Task StopAsync(EngineProcess process)
    {
        await _gate.WaitAsync();
        try
        {
            // Another request on the same process may have found it broken before.
            if (process == _process)
                await StopAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task StopAsync()
    {
        if (_process is not { } process)
            return;
        lock (_state)
        {
            _process = null;
            _uses = 0;
            _unused.TrySetResult();
            _unused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        var id = process.Id;
        await process.DisposeAsync();
        _logger.LogInformation("Stopped {Engine}, process {Process}.", process.Launch.Engine, id);
    }

    private async Task<EngineProcess> StartAsync(EngineLaunch launch, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var process = await SpawnAsync(launch);
            var started = _time.GetTimestamp();
            try
            {
                if (await ReadyAsync(process, cancellationToken))
                {
                    _logger.LogInformation(
                        "Started {Engine} with {Model}, process {Process}, ready after {Seconds:F1} s.",
                        launch.Engine, launch.Model.Name, process.Id, _time.GetElapsedTime(started).TotalSeconds);
                    return process;
                }
            }
            catch
            {
                await process.DisposeAsync();
                throw;
            }
            var problem = process.ExitCode is { } code
                ? NotulenException.Engine("engine.died", launch.Engine, code.ToString())
                : NotulenException.Engine("engine.slowStart", launch.Engine, _options.StartSeconds.ToString());
            await process.DisposeAsync();
            _logger.LogWarning(
                "{Engine} with {Model} did not start (attempt {Attempt} of {Attempts}). It printed: {Tail}",
                launch.Engine, launch.Model.Name, attempt, _options.Attempts, process.Tail);
            if (attempt >= _options.Attempts)
                throw problem;
            await Task.Delay(_options.BackOff(attempt), _time, cancellationToken);
        }
    }

    private async Task<EngineProcess> SpawnAsync(EngineLaunch launch)
    {
        if (!File.Exists(launch.Program))
            throw NotulenException.Engine("engine.start", launch.Engine);
        try
        {
            return await EngineProcess.StartAsync(launch, _runFiles, _folder);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw NotulenException.Engine(exception, "engine.start", launch.Engine);
        }
    }

    private async Task<bool> ReadyAsync(EngineProcess process, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(_options.StartSeconds), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await process.ReadyAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}

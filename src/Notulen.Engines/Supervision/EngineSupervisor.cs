using System.Text.Json;
using Microsoft.Extensions.Logging;
using Notulen.Core.Problems;

namespace Notulen.Engines.Supervision;

/// <summary>An engine answered something that is no answer: tried again like an engine that died.</summary>
internal sealed class EngineAnswerException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Keeps one local engine at hand: started at the first request, restarted when it dies, hangs or talks nonsense,
/// stopped when nobody needs it, so that speech and language models need not be in memory together.
/// </summary>
/// <param name="name">For messages ("whisper-server").</param>
/// <param name="launch">How to start it with a model of the catalogue.</param>
/// <param name="options">Attempts and time limits.</param>
/// <param name="clock">The time.</param>
/// <param name="log">Restarts are logged with their cause, never with what was said.</param>
internal sealed class EngineSupervisor(
    string name, Func<string, CancellationToken, Task<EngineLaunch>> launch, EngineOptions options, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly HttpClient _http = EngineHttp.Create();
    private EngineProcess? _engine;
    private string? _model;
    private int _inUse;
    private long _lastUse;
    private Task? _idleWatch;
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Does one request, on a fresh engine if need be.</summary>
    /// <param name="model">Name in the catalogue.</param>
    /// <param name="deadline">Longest time that one attempt may take.</param>
    /// <param name="request">Talks to the engine at the address.</param>
    /// <param name="cancellationToken">Kills the engine: it cannot be told to stop what it is doing.</param>
    /// <exception cref="NotulenException">"engine.failed": each attempt failed.</exception>
    public async Task<T> UseAsync<T>(
        string model, TimeSpan deadline, Func<HttpClient, Uri, CancellationToken, Task<T>> request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var engine = await AcquireAsync(model, cancellationToken);
            using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timed.CancelAfter(deadline);
            try
            {
                return await request(_http, engine.Address, timed.Token);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await RetireAsync(engine);
                throw;
            }
            catch (Exception exception) when (
                exception is HttpRequestException or IOException or JsonException or EngineAnswerException or OperationCanceledException)
            {
                log.LogWarning(
                    "{Engine} failed at attempt {Attempt} of {Attempts}: {Kind}", name, attempt, options.Attempts,
                    exception is OperationCanceledException ? "no answer within the deadline" : exception.GetType().Name);
                await RetireAsync(engine);
                if (attempt >= options.Attempts)
                    throw NotulenException.Engine(exception, "engine.failed", name, attempt.ToString());
                await Task.Delay(FirstBackOff * Math.Pow(2, attempt - 1), clock, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _inUse);
                Volatile.Write(ref _lastUse, clock.GetTimestamp());
            }
        }
    }

    /// <summary>Stops the engine if nobody is using it.</summary>
    public async Task ReleaseAsync()
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            if (Volatile.Read(ref _inUse) == 0)
                await StopAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        if (_idleWatch is not null)
            await _idleWatch;
        await StopAsync();
        _http.Dispose();
        _gate.Dispose();
        _closing.Dispose();
    }

    private async Task<EngineProcess> AcquireAsync(string model, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_engine is null || _engine.HasExited || _model != model)
            {
                await StopAsync();
                _engine = await StartAsync(model, cancellationToken);
                _model = model;
            }
            Interlocked.Increment(ref _inUse);
            Volatile.Write(ref _lastUse, clock.GetTimestamp());
            _idleWatch ??= WatchIdleAsync(_closing.Token);
            return _engine;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<EngineProcess> StartAsync(string model, CancellationToken cancellationToken)
    {
        var how = await launch(model, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await EngineProcess.StartAsync(how, _http, TimeSpan.FromSeconds(options.StartSeconds), log, cancellationToken);
            }
            catch (NotulenException) when (attempt < options.Attempts)
            {
                await Task.Delay(FirstBackOff * Math.Pow(2, attempt - 1), clock, cancellationToken);
            }
        }
    }

    // Of several requests that fail on one engine, the first retires it.
    private async Task RetireAsync(EngineProcess engine)
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            if (_engine == engine)
                await StopAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task StopAsync()
    {
        if (_engine is null)
            return;
        await _engine.DisposeAsync();
        (_engine, _model) = (null, null);
    }

    private async Task WatchIdleAsync(CancellationToken cancellationToken)
    {
        var idle = TimeSpan.FromSeconds(options.IdleSeconds);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Math.Max(1, options.IdleSeconds / 4)), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (Volatile.Read(ref _inUse) == 0 && clock.GetElapsedTime(Volatile.Read(ref _lastUse)) >= idle)
                    await ReleaseAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Closing.
        }
    }
}

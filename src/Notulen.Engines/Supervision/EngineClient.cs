using Microsoft.Extensions.Logging;
using Notulen.Core.Problems;

namespace Notulen.Engines.Supervision;

/// <summary>
/// Asks an engine and does not give up at once: an engine that died, hangs or answers nonsense is replaced by a fresh one
/// and asked again, a bounded number of times.
/// </summary>
internal sealed class EngineClient(IEngineService service, EngineOptions options, TimeProvider time, ILogger logger)
{
    private readonly SemaphoreSlim _inFlight = new(service.InFlight, service.InFlight);

    public string Name => service.Name;

    public int InFlight => service.InFlight;

    /// <param name="model">Name in the catalogue.</param>
    /// <param name="deadline">Longest time for one attempt, counted from the moment it is sent.</param>
    /// <param name="ask">Sends the request and checks the answer.</param>
    /// <param name="cancellationToken">Stops; an engine that nobody else uses is killed.</param>
    /// <exception cref="NotulenException">"engine.failed" after the last attempt, or "engine.refused" when trying again is of no use.</exception>
    public async Task<T> AskAsync<T>(
        string model, TimeSpan deadline, Func<EngineSession, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        await _inFlight.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var (answer, problem) = await AttemptAsync(model, deadline, ask, cancellationToken);
                if (problem is null)
                    return answer!;
                logger.LogWarning(
                    "{Engine} failed on attempt {Attempt} of {Attempts}: {Kind}: {Reason}",
                    service.Name, attempt, options.Attempts, problem.GetType().Name, problem.Message);
                if (attempt >= options.Attempts)
                    throw NotulenException.Engine(problem, "engine.failed", service.Name, attempt.ToString());
                await Task.Delay(options.BackOff(attempt), time, cancellationToken);
            }
        }
        finally
        {
            _inFlight.Release();
        }
    }

    public Task ReleaseAsync() => service.ReleaseAsync();

    private async Task<(T? Answer, Exception? Problem)> AttemptAsync<T>(
        string model, TimeSpan deadline, Func<EngineSession, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        await using var session = await service.OpenAsync(model, cancellationToken);
        using var late = new CancellationTokenSource(deadline, time);
        using var hangs = new CancellationTokenSource();
        using var done = new CancellationTokenSource();
        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token, hangs.Token);
        var watch = session.Local ? WatchAsync(session.Http, hangs, done.Token) : Task.CompletedTask;
        try
        {
            return (await ask(session, any.Token), null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            session.End = SessionEnd.Abandoned;
            throw;
        }
        catch (HttpRequestException exception) when (exception.InnerException is NotulenException problem)
        {
            throw problem;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or EngineAnswerException or OperationCanceledException or ObjectDisposedException)
        {
            session.End = SessionEnd.Broken;
            return (default, late.IsCancellationRequested ? new TimeoutException($"No answer within {deadline.TotalSeconds:0} s.")
                : hangs.IsCancellationRequested ? new TimeoutException("It hangs.")
                : exception);
        }
        finally
        {
            await done.CancelAsync();
            await watch;
        }
    }

    /// <summary>
    /// A busy engine still answers the question how it is; one that hangs does not. This finds out long before the
    /// deadline, which has to leave room for slow models.
    /// </summary>
    private async Task WatchAsync(HttpClient http, CancellationTokenSource hangs, CancellationToken cancellationToken)
    {
        var hang = TimeSpan.FromSeconds(options.HangSeconds);
        try
        {
            while (true)
            {
                await Task.Delay(hang / 3, time, cancellationToken);
                using var late = new CancellationTokenSource(hang * 2 / 3, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
                try
                {
                    using var answer = await http.GetAsync("health", either.Token);
                }
                catch (OperationCanceledException) when (late.IsCancellationRequested)
                {
                    await hangs.CancelAsync();
                    return;
                }
                catch (Exception exception) when (exception is HttpRequestException or ObjectDisposedException)
                {
                    // It is gone; the request itself fails too and tells.
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The answer came.
        }
    }
}

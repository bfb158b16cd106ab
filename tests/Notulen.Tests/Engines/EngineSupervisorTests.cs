using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Notulen.Core.Problems;
using Notulen.Engines;
using Notulen.Engines.Speech;
using Notulen.Engines.Supervision;
using Notulen.Tests.Setup;
using Xunit;

namespace Notulen.Tests.Engines;

/// <summary>Real processes: scripts that do what engines should not, and the real engine where this machine has it.</summary>
public sealed class EngineSupervisorTests : IAsyncDisposable
{
    private readonly TemporaryHome _home = new();
    private readonly EngineOptions _options = new() { Attempts = 3, BackOffMilliseconds = 1, IdleSeconds = 60 };
    private readonly FakeTimeProvider _time = new();
    private EngineSupervisor? _supervisor;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Started => _home.File("started");

    [Fact]
    public async Task A_program_that_dies_at_its_start_is_tried_again_and_then_given_up()
    {
        var supervisor = Supervisor(TimeProvider.System);
        var problem = (await Assert.ThrowsAsync<NotulenException>(() => supervisor.OpenAsync(Script("exit 7"), Token))).Problem;
        Assert.Equal(("engine.died", "7"), (problem.Code, problem.Details[1]));
        Assert.Equal(3, File.ReadAllLines(Started).Length);
        Assert.Empty(Directory.GetFiles(_home.Folders.Run));
    }

    [Fact]
    public async Task A_program_that_never_gets_ready_is_killed()
    {
        (_options.StartSeconds, _options.Attempts) = (1, 1);
        var supervisor = Supervisor(TimeProvider.System);
        var problem = (await Assert.ThrowsAsync<NotulenException>(() => supervisor.OpenAsync(Script("exec sleep 600"), Token))).Problem;
        Assert.Equal("engine.slowStart", problem.Code);
        await IsGoneAsync(int.Parse(File.ReadAllText(Started)));
    }

    [Fact]
    public async Task A_start_that_nobody_waits_for_any_more_is_ended()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var supervisor = Supervisor(TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => supervisor.OpenAsync(Script("exec sleep 600"), cancel.Token));
        await IsGoneAsync(int.Parse(File.ReadAllText(Started)));
    }

    [Fact]
    public async Task A_process_that_cannot_be_written_down_is_not_left_running()
    {
        File.WriteAllText(_home.File("file"), "");
        var nowhere = new RunFiles(_home.Folders with { Data = _home.File("file") }, NullLogger<RunFiles>.Instance);
        var supervisor = Supervisor(TimeProvider.System, nowhere);
        await Assert.ThrowsAnyAsync<IOException>(() => supervisor.OpenAsync(Script("exec sleep 600"), Token));
        if (File.Exists(Started))
            await IsGoneAsync(int.Parse(File.ReadAllText(Started)));
    }

    [Fact]
    public async Task An_engine_is_shared_kept_while_it_is_used_and_stopped_when_nobody_needs_it()
    {
        var (supervisor, launch) = await RealAsync();
        var first = await supervisor.OpenAsync(launch, Token);
        var process = supervisor.ProcessId!.Value;
        var second = await supervisor.OpenAsync(launch, Token);
        Assert.Equal(process, supervisor.ProcessId);

        await first.DisposeAsync();
        _time.Advance(TimeSpan.FromHours(1));
        using (var answer = await second.Http.GetAsync("health", Token))
            Assert.True(answer.IsSuccessStatusCode);

        await second.DisposeAsync();
        _time.Advance(TimeSpan.FromSeconds(_options.IdleSeconds + 1));
        await IsGoneAsync(process);
        await UntilAsync(() => Directory.GetFiles(_home.Folders.Run).Length == 0);
    }

    [Fact]
    public async Task An_engine_that_was_killed_is_replaced_by_a_fresh_one()
    {
        var (supervisor, launch) = await RealAsync();
        await (await supervisor.OpenAsync(launch, Token)).DisposeAsync();
        var first = supervisor.ProcessId!.Value;
        using (var process = Process.GetProcessById(first))
            process.Kill();
        await IsGoneAsync(first);

        await using var session = await supervisor.OpenAsync(launch, Token);
        Assert.NotEqual(first, supervisor.ProcessId);
        using var answer = await session.Http.GetAsync("health", Token);
        Assert.True(answer.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData(SessionEnd.Broken)]
    [InlineData(SessionEnd.Abandoned)]
    internal async Task An_engine_that_is_broken_or_works_for_nobody_is_killed(SessionEnd end)
    {
        var (supervisor, launch) = await RealAsync();
        var session = await supervisor.OpenAsync(launch, Token);
        var process = supervisor.ProcessId!.Value;
        session.End = end;
        await session.DisposeAsync();
        Assert.Null(supervisor.ProcessId);
        await IsGoneAsync(process);
    }

    [Fact]
    public async Task Nobody_who_does_not_know_its_secret_path_reaches_an_engine()
    {
        var (supervisor, launch) = await RealAsync();
        await using var session = await supervisor.OpenAsync(launch, Token);
        using var outsider = new HttpClient();
        using var answer = await outsider.GetAsync(new Uri(session.Http.BaseAddress!, "/health"), Token);
        Assert.False(answer.IsSuccessStatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (_supervisor is not null)
            await _supervisor.DisposeAsync();
        _home.Dispose();
    }

    private EngineSupervisor Supervisor(TimeProvider time, RunFiles? runFiles = null) => _supervisor = new EngineSupervisor(
        Options.Create(_options), runFiles ?? new RunFiles(_home.Folders, NullLogger<RunFiles>.Instance), _home.Folders, time, NullLogger<EngineSupervisor>.Instance);

    private async Task<(EngineSupervisor Supervisor, EngineLaunch Launch)> RealAsync()
    {
        var files = await RealEngines.RequireAsync(files => files.SpeechServerAsync, files => token => files.ModelAsync("tiny", token));
        return (Supervisor(_time), WhisperServer.Launch(await files.SpeechServerAsync(Token), await files.ModelAsync("tiny", Token), threads: 1));
    }

    /// <summary>A program that writes down its number and then does something.</summary>
    private EngineLaunch Script(string body) => new(
        "script", new ModelFile("none", "/none", "", Demonstration: true), FakeNpm.Script(_home, $"echo $$ >> '{Started}'\n{body}"), (_, _) => [], new Dictionary<string, string>(), ApiKey: null);

    private static Task IsGoneAsync(int process) => UntilAsync(() => !Directory.Exists($"/proc/{process}"));

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var wait = 0; wait < 200 && !condition(); wait++)
            await Task.Delay(50, Token);
        Assert.True(condition());
    }
}

using System.Collections.Concurrent;
using Notulen.Core.Problems;
using Notulen.Engines.Setup;
using Xunit;

namespace Notulen.Tests.Setup;

public sealed class SetupRunTests : IDisposable
{
    private static readonly SetupWishes Wishes = new("tiny", "none");

    private readonly TemporaryHome _home = new();
    private readonly Recorder _recorder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Room_for_all_that_is_to_come_is_asked_for_before_anything_is_changed()
    {
        var one = new SetupTools(_home.Folders, TimeProvider.System).Build.RoomFor(EngineRecipe.Speech);
        var tools = new SetupTools(_home.Folders, TimeProvider.System, space: new DiskSpace(_ => DiskSpace.Margin + one));
        var problem = await Assert.ThrowsAsync<NotulenException>(() => SetupRun.StartAsync(tools, Wishes, _recorder, Token));
        Assert.Equal("setup.disk", problem.Problem.Code);
        Assert.Empty(_recorder.Seen);
        Assert.Equal(["setup.lock"], Directory.EnumerateFileSystemEntries(_home.Path).Select(Path.GetFileName));
        SetupLock.Take(_home.Path).Dispose();
    }

    [Fact]
    public async Task A_step_on_a_full_disk_says_so()
    {
        var step = new SetupStep(new SetupPart("part.Speech", "tiny"), _home.Path, _recorder, TimeProvider.System);
        var problem = await Assert.ThrowsAsync<NotulenException>(() =>
            step.RunAsync(SetupState.Fetching, _ => throw new IOException("No space left on device", 28)));
        Assert.Equal("setup.full", problem.Problem.Code);
        Assert.Equal([SetupState.Fetching, SetupState.Failed], _recorder.Seen.Select(progress => progress.State));
    }

    [Fact]
    public async Task A_step_that_is_stopped_has_not_failed()
    {
        var step = new SetupStep(new SetupPart("part.Speech", "tiny"), _home.Path, _recorder, TimeProvider.System);
        await Assert.ThrowsAsync<OperationCanceledException>(() => step.RunAsync(SetupState.Fetching, _ => throw new OperationCanceledException()));
        Assert.Equal([SetupState.Fetching], _recorder.Seen.Select(progress => progress.State));
    }

    public void Dispose() => _home.Dispose();

    private sealed class Recorder : IProgress<SetupProgress>
    {
        public ConcurrentQueue<SetupProgress> Seen { get; } = new();

        public void Report(SetupProgress value) => Seen.Enqueue(value);
    }
}

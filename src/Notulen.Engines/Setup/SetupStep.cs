using Notulen.Core.Problems;

namespace Notulen.Engines.Setup;

/// <summary>One part of a set-up, from its begin to its end.</summary>
/// <param name="part">What it is.</param>
/// <param name="folder">Folder whose disk it fills.</param>
/// <param name="progress">Is told how it goes.</param>
/// <param name="time">Measures how long it takes.</param>
public sealed class SetupStep(SetupPart part, string folder, IProgress<SetupProgress> progress, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();

    /// <summary>There is nothing to do.</summary>
    public void Skip() => Report(SetupState.AlreadyDone, 1);

    /// <summary>Does it.</summary>
    /// <param name="state">What is being done.</param>
    /// <param name="work">Is given what to tell the part that is done to, 0 to 1.</param>
    /// <param name="end">What the part is afterwards.</param>
    /// <exception cref="NotulenException">"setup.full": the disk is full. What else the work throws goes on.</exception>
    public async Task RunAsync(SetupState state, Func<Action<double>, Task> work, SetupState end = SetupState.Done)
    {
        // Away from the caller: preparing may read and unpack for a while before it first waits.
        await Task.Yield();
        Report(state, 0);
        try
        {
            await work(fraction => Report(state, fraction));
        }
        catch (IOException exception) when (Core.Storage.DiskSpace.IsFull(exception))
        {
            Report(SetupState.Failed, 0);
            throw NotulenException.Engine(exception, "setup.full", folder);
        }
        catch (Exception exception)
        {
            if (exception is not OperationCanceledException)
                Report(SetupState.Failed, 0);
            throw;
        }
        Report(end, end == SetupState.Done ? 1 : 0);
    }

    private void Report(SetupState state, double fraction) => progress.Report(new SetupProgress(part, state, fraction, time.GetElapsedTime(_started)));
}

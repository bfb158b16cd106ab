using Notulen.Core.Problems;

namespace Notulen.Engines.Setup;

/// <summary>Held while a set-up changes the home folder, so that two never do so at once. The system frees it when the process ends, however it ends.</summary>
public sealed class SetupLock : IDisposable
{
    // EAGAIN on Linux; ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] InUse = [11, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private SetupLock(FileStream file) => _file = file;

    /// <exception cref="NotulenException">
    /// "setup.busy": another process holds it. "setup.folder": nothing can be written there. "setup.full": the disk is full.
    /// </exception>
    public static SetupLock Take(string home)
    {
        try
        {
            Directory.CreateDirectory(home);
            return new SetupLock(new FileStream(Path.Combine(home, "setup.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (InUse.Contains(exception.HResult))
        {
            throw NotulenException.Engine(exception, "setup.busy", home);
        }
        catch (IOException exception) when (Core.Storage.DiskSpace.IsFull(exception))
        {
            throw NotulenException.Engine(exception, "setup.full", home);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // No rights, a disk that is read-only, or a file where the folder should be.
            throw NotulenException.Input("setup.folder", home);
        }
    }

    public void Dispose() => _file.Dispose();
}

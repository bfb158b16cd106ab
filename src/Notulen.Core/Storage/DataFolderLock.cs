using Notulen.Core.Problems;

namespace Notulen.Core.Storage;

/// <summary>
/// Keeps a second process off a data folder for as long as it is held. The embedded mode has its queue in memory and
/// assumes that nobody else works on the same database. The lock is the operating system's: it ends with the process.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    // EWOULDBLOCK on Linux and macOS; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static readonly int[] HeldCodes = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    /// <exception cref="NotulenException">
    /// "data.inUse": another process holds it; "data.unwritable": no rights on the folder, or it cannot be one; "disk.full".
    /// </exception>
    public static DataFolderLock Take(NotulenFolders folders)
    {
        try
        {
            Directory.CreateDirectory(folders.Data);
            return new DataFolderLock(new FileStream(
                Path.Combine(folders.Data, "notulen.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (HeldCodes.Contains(exception.HResult))
        {
            throw NotulenException.Input("data.inUse", folders.Data);
        }
        catch (IOException exception) when (DiskSpace.IsFull(exception))
        {
            throw DiskSpace.Full(folders.Data, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotulenException.Input("data.unwritable", folders.Data);
        }
    }

    public void Dispose() => _file.Dispose();
}

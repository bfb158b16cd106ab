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

    /// <exception cref="NotulenException">"data.inUse": another process holds it; "data.unwritable": no rights on the folder.</exception>
    public static DataFolderLock Take(NotulenFolders folders)
    {
        try
        {
            Directory.CreateDirectory(folders.Data);
            return new DataFolderLock(new FileStream(
                Path.Combine(folders.Data, "notulen.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            throw NotulenException.Input("data.unwritable", folders.Data);
        }
        catch (IOException exception) when (DiskSpace.IsFull(exception))
        {
            throw DiskSpace.Full(folders.Data, exception);
        }
        catch (IOException)
        {
            throw NotulenException.Input("data.inUse", folders.Data);
        }
    }

    public void Dispose() => _file.Dispose();
}

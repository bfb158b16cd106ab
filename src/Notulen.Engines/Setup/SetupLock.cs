using Notulen.Core.Problems;

namespace Notulen.Engines.Setup;

/// <summary>Held while a set-up changes the home folder, so that two never do so at once. The system frees it when the process ends, however it ends.</summary>
public sealed class SetupLock : IDisposable
{
    private readonly FileStream _file;

    private SetupLock(FileStream file) => _file = file;

    /// <exception cref="NotulenException">"setup.busy": another process holds it.</exception>
    public static SetupLock Take(string home)
    {
        try
        {
            Directory.CreateDirectory(home);
            return new SetupLock(new FileStream(Path.Combine(home, "setup.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            throw NotulenException.Input("setup.folder", home);
        }
        catch (IOException)
        {
            throw NotulenException.Engine("setup.busy", home);
        }
    }

    public void Dispose() => _file.Dispose();
}

using Notulen.Core.Problems;

namespace Notulen.Documents;

/// <summary>Finds out before hours of work whether there is a place for the results.</summary>
public static class OutputFolder
{
    /// <summary>Tries to write in the folder, or in the nearest one above it when it does not exist yet. Leaves nothing behind.</summary>
    /// <exception cref="NotulenException">"output.folder" or "disk.full".</exception>
    public static void Check(string folder)
    {
        var nearest = Path.GetFullPath(folder);
        while (!Directory.Exists(nearest))
        {
            if (File.Exists(nearest) || Path.GetDirectoryName(nearest) is not { } above)
                throw NotulenException.Input("output.folder", folder);
            nearest = above;
        }
        try
        {
            using var _ = new FileStream(
                Path.Combine(nearest, $".notulen-{Guid.NewGuid():N}.part"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.DeleteOnClose);
        }
        catch (IOException exception) when (DiskFull.Is(exception))
        {
            throw NotulenException.Engine(exception, "disk.full", folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotulenException.Input("output.folder", folder);
        }
    }
}

using Notulen.Core.Problems;

namespace Notulen.Engines.Setup;

/// <summary>Asks for room on the disk before it is needed.</summary>
/// <param name="available">Free bytes on the disk that holds a folder; by default asks the system.</param>
public sealed class DiskSpace(Func<string, long>? available = null)
{
    /// <summary>What must stay free.</summary>
    public const long Margin = 200_000_000;

    private readonly Func<string, long> _available = available ?? (folder => new DriveInfo(folder).AvailableFreeSpace);

    /// <exception cref="NotulenException">"setup.disk": there is not enough; says how much is needed, how much there is, and where.</exception>
    public void Require(string what, string folder, long bytes)
    {
        Directory.CreateDirectory(folder);
        var free = _available(folder);
        if (free < bytes + Margin)
            throw NotulenException.Engine("setup.disk", what, Megabytes(bytes + Margin), Megabytes(free), folder);
    }

    private static string Megabytes(long bytes) => (bytes / 1_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

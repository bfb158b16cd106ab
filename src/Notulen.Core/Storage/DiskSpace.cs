using Notulen.Core.Problems;

namespace Notulen.Core.Storage;

/// <summary>Recognises a full disk, which the runtime reports as an ordinary <see cref="IOException"/>.</summary>
public static class DiskSpace
{
    // ENOSPC and EDQUOT on Linux; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL on Windows.
    private static readonly int[] FullCodes = [28, 122, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    public static bool IsFull(Exception exception) =>
        exception is IOException io && FullCodes.Contains(io.HResult);

    /// <summary>The problem to show, naming the folder.</summary>
    public static NotulenException Full(string folder, Exception cause) =>
        NotulenException.Engine(cause, "disk.full", folder);
}

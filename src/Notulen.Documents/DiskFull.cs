namespace Notulen.Documents;

/// <summary>Recognises the error of a full disk, which .NET has no exception for.</summary>
internal static class DiskFull
{
    private const int NoSpaceUnix = 28;             // ENOSPC
    private const int QuotaUnix = 122;              // EDQUOT
    private const int DiskFullWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullWindows = unchecked((int)0x80070027);

    public static bool Is(IOException exception) =>
        exception.HResult is NoSpaceUnix or QuotaUnix or DiskFullWindows or HandleDiskFullWindows;
}

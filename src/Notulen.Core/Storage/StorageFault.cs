using System.Data.Common;
using System.Text.RegularExpressions;
using Notulen.Core.Problems;

namespace Notulen.Core.Storage;

/// <summary>Says what is wrong with the disk under the data folder, whether the runtime or the database ran into it.</summary>
public static partial class StorageFault
{
    // Less than this and a write of the database fails, whatever it calls the failure.
    private const long NoRoom = 1 << 20;

    // EFBIG: the file system or the user's limit (ulimit -f) allows no larger file.
    private const int TooLarge = 27;

    /// <param name="exception">What was thrown.</param>
    /// <param name="folder">The data folder, for the sentence.</param>
    /// <returns>Null when it is about something else.</returns>
    public static Problem? Of(Exception exception, string folder) => exception.GetBaseException() switch
    {
        IOException cause when DiskSpace.IsFull(cause) => Engine("disk.full", folder),
        IOException { HResult: TooLarge } => Engine("disk.fileTooLarge", folder),
        // What the runtime makes of EFBIG in a write.
        ArgumentOutOfRangeException { ParamName: "value", StackTrace: { } trace } when trace.Contains(" System.IO.", StringComparison.Ordinal) =>
            Engine("disk.fileTooLarge", folder),
        DbException cause => OfDatabase(SqliteCode(cause), folder),
        _ => null,
    };

    // Numbers from sqlite.org/rescode.html, without their extensions.
    private static Problem? OfDatabase(int? code, string folder) => code switch
    {
        13 => Engine("disk.full", folder),
        10 => Engine(IsFull(folder) ? "disk.full" : "disk.failed", folder),
        8 or 14 => new Problem(ProblemKind.Input, "data.unwritable", [folder]),
        11 or 26 => new Problem(ProblemKind.Input, "data.damaged", [folder]),
        _ => null,
    };

    // The core knows no provider; its message is "SQLite Error 13: '…'" in every language.
    private static int? SqliteCode(DbException exception) =>
        SqliteError().Match(exception.Message) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan) : null;

    private static bool IsFull(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace < NoRoom;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private static Problem Engine(string code, string folder) => new(ProblemKind.Engine, code, [folder]);

    [GeneratedRegex(@"^SQLite Error (\d+):")]
    private static partial Regex SqliteError();
}

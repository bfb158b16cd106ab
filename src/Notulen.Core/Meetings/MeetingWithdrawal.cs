using Microsoft.EntityFrameworkCore;
using Notulen.Core.Storage;

namespace Notulen.Core.Meetings;

/// <summary>
/// Takes back what was handed in by mistake or cannot be processed. Once there are minutes a meeting is a record, and its
/// end is for the rules of retention to decide.
/// </summary>
public sealed class MeetingWithdrawal(IDbContextFactory<NotulenDb> databases, MediaStore media, NotulenFolders folders)
{
    /// <summary>Removes the meeting with all that was made of it, and its recording unless another meeting has the same one.</summary>
    /// <returns>False when there is no such meeting, or there are minutes of it.</returns>
    public async Task<bool> WithdrawAsync(Guid meetingId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sha256 = await database.Recordings
            .Where(recording => recording.MeetingId == meetingId)
            .Select(recording => recording.Sha256)
            .SingleOrDefaultAsync(cancellationToken);
        // Whoever works on it loses the lease with its row, and stops.
        var removed = await database.Meetings
            .Where(meeting => meeting.Id == meetingId && !database.Minutes.Any(minutes => minutes.MeetingId == meetingId))
            .ExecuteDeleteAsync(cancellationToken);
        if (removed == 0)
            return false;
        var work = Path.Combine(folders.Work, meetingId.ToString("N"));
        if (Directory.Exists(work))
            Directory.Delete(work, recursive: true);
        if (sha256 is not null)
            await media.RemoveUnlessUsedAsync(sha256, database, cancellationToken);
        return true;
    }
}

using Notulen.Core.Processing;

namespace Notulen.Web.Processing;

/// <summary>How fast each meeting that is worked on gets on, and so how long it will still take.</summary>
public sealed class WorkPace(StageShares shares, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, TimeLeft> _meetings = [];

    /// <summary>Takes note of the stages of all meetings that are worked on; others are forgotten, their next start is a new one.</summary>
    public void Observe(IReadOnlyCollection<StageRun> runs)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            var working = runs.GroupBy(run => run.MeetingId).Where(meeting => meeting.Any(run => run.State == StageState.Running)).ToList();
            foreach (var idle in _meetings.Keys.Except(working.Select(meeting => meeting.Key)).ToList())
                _meetings.Remove(idle);
            foreach (var meeting in working)
            {
                if (!_meetings.TryGetValue(meeting.Key, out var left))
                    _meetings[meeting.Key] = left = new TimeLeft();
                left.Add(now, shares.Overall([.. meeting]));
            }
        }
    }

    /// <summary>Time until the minutes are there; null while that cannot be told.</summary>
    public TimeSpan? LeftOf(Guid meetingId)
    {
        lock (_gate)
            return _meetings.GetValueOrDefault(meetingId)?.Left;
    }
}

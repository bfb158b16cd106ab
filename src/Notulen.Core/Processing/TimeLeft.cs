namespace Notulen.Core.Processing;

/// <summary>Estimates the time left from how the share done grows. Says nothing until the estimate means something.</summary>
public sealed class TimeLeft
{
    private const double LeastShare = 0.04;

    // Half of the weight lies in about the last minute, so that a change of pace is seen and a hiccup is not.
    private static readonly TimeSpan HalfLife = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(4);

    private DateTimeOffset? _first;
    private DateTimeOffset _last;
    private double _firstShare;
    private double _lastShare;
    private double? _rate;

    /// <summary>Adds an observation.</summary>
    /// <param name="at">Moment.</param>
    /// <param name="share">Share of the whole that is done, 0 to 1.</param>
    public void Add(DateTimeOffset at, double share)
    {
        if (_first is null || share < _lastShare)
        {
            (_first, _firstShare, _last, _lastShare, _rate) = (at, share, at, share, null);
            return;
        }
        var seconds = (at - _last).TotalSeconds;
        if (seconds <= 0 || share == _lastShare)
            return;
        var rate = (share - _lastShare) / seconds;
        var weight = 1 - Math.Pow(0.5, seconds / HalfLife.TotalSeconds);
        var average = (share - _firstShare) / (at - _first.Value).TotalSeconds;
        _rate = _rate is null ? average : (1 - weight) * _rate.Value + weight * rate;
        (_last, _lastShare) = (at, share);
    }

    /// <summary>Time until all is done; null while that cannot be told.</summary>
    public TimeSpan? Left =>
        _first is null || _rate is not > 0 || _last - _first < LeastTime || _lastShare - _firstShare < LeastShare
            ? null
            : TimeSpan.FromSeconds((1 - _lastShare) / _rate.Value);
}

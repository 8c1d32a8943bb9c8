namespace Bot.Adapters.Monitoring;

/// <summary>
/// A warning that outsiders can trigger any number of times. The first occurrence is logged at once; further ones within a minute are logged
/// together at its end, with their count. A flood thus logs at most two lines in any minute. Safe for any number of threads.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="write">Logs the warning for a number of occurrences, at least 1. It must not throw.</param>
public sealed class ThrottledWarning(TimeProvider time, Action<int> write) : IDisposable
{
    /// <summary>The time for which occurrences are collected after a logged line.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private ITimer? _timer;
    private bool _isCollecting;
    private bool _isDisposed;
    private int _collected;

    /// <summary>Reports one occurrence.</summary>
    public void Report()
    {
        lock (_lock)
        {
            if (_isCollecting)
            {
                _collected++;
                return;
            }

            if (_isDisposed)
            {
                return;
            }

            BeginInterval();
        }

        write(1);
    }

    /// <summary>Logs the collected occurrences. Later ones are not logged.</summary>
    public void Dispose()
    {
        int collected;
        lock (_lock)
        {
            (collected, _collected, _isCollecting, _isDisposed) = (_collected, 0, false, true);
            _timer?.Dispose();
        }

        if (collected > 0)
        {
            write(collected);
        }
    }

    private void BeginInterval()
    {
        _isCollecting = true;
        _timer ??= time.CreateTimer(static state => ((ThrottledWarning)state!).EndInterval(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(Interval, Timeout.InfiniteTimeSpan);
    }

    private void EndInterval()
    {
        int collected;
        lock (_lock)
        {
            if (!_isCollecting)
            {
                return;
            }

            (collected, _collected, _isCollecting) = (_collected, 0, false);
            if (collected > 0)
            {
                BeginInterval();
            }
        }

        if (collected > 0)
        {
            write(collected);
        }
    }
}

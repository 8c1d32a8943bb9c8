namespace Bot.Testing;

/// <summary>A clock on which every wait is over at once, and that moves by what was waited for.</summary>
internal sealed class InstantTime : TimeProvider
{
    private readonly List<TimeSpan> _waits = [];
    private TimeSpan _now;

    /// <summary>All waits, in their order.</summary>
    public IReadOnlyList<TimeSpan> Waits => _waits;

    /// <summary>The waits in seconds.</summary>
    public IEnumerable<double> Seconds => _waits.Select(w => w.TotalSeconds);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    /// <summary>Moves the clock forward.</summary>
    public void Advance(TimeSpan by) => _now += by;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waits.Add(dueTime);
        _now += dueTime;
        callback(state);
        return new Over();
    }

    private sealed class Over : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
            // There is nothing to stop.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

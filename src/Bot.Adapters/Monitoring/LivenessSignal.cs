using System.Collections.Immutable;

namespace Bot.Adapters.Monitoring;

/// <summary>
/// The liveness signals of the loops that must keep running. A loop that is silent for too long hangs or has failed, and only a restart helps. Safe
/// for any number of threads.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class LivenessSignals(TimeProvider time)
{
    private ImmutableList<LivenessSignal> _all = [];

    /// <summary>Adds a loop, which is monitored from its first beat on.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bound">The maximum time between two beats.</param>
    public LivenessSignal Add(string name, TimeSpan bound)
    {
        var signal = new LivenessSignal(name, bound, time);
        ImmutableInterlocked.Update(ref _all, (all, added) => all.Add(added), signal);
        return signal;
    }

    /// <summary>The loops that have not beaten in time.</summary>
    public IReadOnlyList<LivenessSignal> Silent => _all.FindAll(s => s.IsSilent);
}

/// <summary>The liveness signal of one loop. A beat allocates nothing.</summary>
public sealed class LivenessSignal
{
    private readonly TimeProvider _time;
    private long _dueAt = long.MaxValue;
    private volatile bool _isStopped;

    internal LivenessSignal(string name, TimeSpan bound, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(bound, TimeSpan.Zero);
        (Name, Bound, _time) = (name, bound, time);
    }

    /// <summary>The loop's name.</summary>
    public string Name { get; }

    /// <summary>The maximum time between two beats.</summary>
    public TimeSpan Bound { get; }

    /// <summary>Whether it has not beaten in time.</summary>
    public bool IsSilent => Overdue > TimeSpan.Zero;

    /// <summary>How long the next beat is overdue; zero when it is not, before the first beat, and after <see cref="Stop"/>.</summary>
    public TimeSpan Overdue
    {
        get
        {
            var (now, dueAt) = (_time.GetTimestamp(), Volatile.Read(ref _dueAt));
            return _isStopped || now <= dueAt ? TimeSpan.Zero : _time.GetElapsedTime(dueAt, now);
        }
    }

    /// <summary>Signals that the loop is running, and will beat again within <see cref="Bound"/>.</summary>
    public void Beat() => Beat(TimeSpan.Zero);

    /// <summary>Signals that the loop is running, but waits before it will beat again within <see cref="Bound"/>.</summary>
    /// <param name="wait">The announced wait, such as a backoff or a platform's retry delay.</param>
    public void Beat(TimeSpan wait) =>
        Volatile.Write(ref _dueAt, _time.GetTimestamp() + (long)((wait + Bound).TotalSeconds * _time.TimestampFrequency));

    /// <summary>
    /// Ends the monitoring of a loop that stops on purpose, whatever the loop still does. A cancellable loop registers this with its
    /// token and keeps the registration: disposing it when the loop ends could remove it before it is called.
    /// </summary>
    public void Stop() => _isStopped = true;
}

using System.Collections.Immutable;

namespace Bot.Adapters.Monitoring;

/// <summary>
/// The loops that must go on for the bot to work. One that is silent for too long hangs or has failed, and only a new start helps. Safe
/// for any number of threads.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class LivenessSignals(TimeProvider time)
{
    private ImmutableList<LivenessSignal> _all = [];

    /// <summary>Adds a loop, which is judged from its first beat on.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bound">Within which time it must beat again.</param>
    public LivenessSignal Add(string name, TimeSpan bound)
    {
        var signal = new LivenessSignal(name, bound, time);
        ImmutableInterlocked.Update(ref _all, (all, added) => all.Add(added), signal);
        return signal;
    }

    /// <summary>The loops that have not beaten in time.</summary>
    public IReadOnlyList<LivenessSignal> Silent => _all.FindAll(s => s.IsSilent);
}

/// <summary>One loop's sign that it goes on. Beating allocates nothing.</summary>
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

    /// <summary>Within which time it must beat again.</summary>
    public TimeSpan Bound { get; }

    /// <summary>Whether it has not beaten in time.</summary>
    public bool IsSilent => Overdue > TimeSpan.Zero;

    /// <summary>For how long it has been silent beyond its bound; zero while it is not, before its first beat, and once it is stopped.</summary>
    public TimeSpan Overdue
    {
        get
        {
            var (now, dueAt) = (_time.GetTimestamp(), Volatile.Read(ref _dueAt));
            return _isStopped || now <= dueAt ? TimeSpan.Zero : _time.GetElapsedTime(dueAt, now);
        }
    }

    /// <summary>The loop goes on, and beats again within its bound.</summary>
    public void Beat() => Beat(TimeSpan.Zero);

    /// <summary>The loop goes on, but waits first, and beats again within its bound after that.</summary>
    /// <param name="wait">How long it waits on purpose, such as between tries or as long as a platform asks for.</param>
    public void Beat(TimeSpan wait) =>
        Volatile.Write(ref _dueAt, _time.GetTimestamp() + (long)((wait + Bound).TotalSeconds * _time.TimestampFrequency));

    /// <summary>
    /// The loop ends on purpose: it is not judged any more, whatever it still does. A loop that is told to stop registers this with its
    /// token and keeps the registration: a loop that notices first would otherwise take it back before it is called.
    /// </summary>
    public void Stop() => _isStopped = true;
}

using Microsoft.Extensions.Time.Testing;

namespace Bot.EndToEnd.Tests;

/// <summary>A clock that only the test moves, and that tells when somebody begins to wait.</summary>
internal sealed class ObservedTime : FakeTimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];
    private readonly List<(Func<TimeSpan, bool> IsAwaited, int Times, TaskCompletionSource Begun)> _awaited = [];

    /// <summary>All waits that have begun.</summary>
    public IReadOnlyList<TimeSpan> Begun
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    /// <summary>How many have begun to wait so long.</summary>
    public int Waits(TimeSpan wait)
    {
        lock (_lock)
        {
            return _waits.Count(w => w == wait);
        }
    }

    /// <summary>Waits until somebody has begun to wait so long, so many times.</summary>
    public Task WaitForAsync(TimeSpan wait, CancellationToken cancellation, int times = 1) => WaitForAsync(w => w == wait, cancellation, times);

    /// <summary>Waits until somebody has begun such a wait, so many times.</summary>
    public Task WaitForAsync(Func<TimeSpan, bool> isAwaited, CancellationToken cancellation, int times = 1)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_waits.Count(isAwaited) >= times)
            {
                return Task.CompletedTask;
            }

            _awaited.Add((isAwaited, times, begun));
        }

        return begun.Task.WaitAsync(cancellation);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_lock)
        {
            _waits.Add(dueTime);
            foreach (var (isAwaited, times, begun) in _awaited.Where(a => a.IsAwaited(dueTime)))
            {
                if (_waits.Count(isAwaited) >= times)
                {
                    begun.TrySetResult();
                }
            }
        }

        return timer;
    }
}

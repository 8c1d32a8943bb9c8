using Microsoft.Extensions.Time.Testing;

namespace Bot.EndToEnd.Tests;

/// <summary>A clock that only the test moves, and that tells when somebody begins to wait.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];
    private readonly List<(TimeSpan Wait, TaskCompletionSource Begun)> _awaited = [];

    /// <summary>How many have begun to wait so long.</summary>
    public int Waits(TimeSpan wait)
    {
        lock (_lock)
            return _waits.Count(w => w == wait);
    }

    /// <summary>Waits until somebody has begun to wait so long.</summary>
    public Task WaitForAsync(TimeSpan wait, CancellationToken cancellation)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_waits.Contains(wait))
                return Task.CompletedTask;
            _awaited.Add((wait, begun));
        }

        return begun.Task.WaitAsync(cancellation);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_lock)
        {
            _waits.Add(dueTime);
            foreach (var (_, begun) in _awaited.Where(a => a.Wait == dueTime))
                begun.TrySetResult();
        }

        return timer;
    }
}

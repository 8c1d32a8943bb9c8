using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests;

/// <summary>A clock that only the test moves, and whose timers never fire: every loop that waits for one hangs.</summary>
internal sealed class StuckTime : FakeTimeProvider
{
    private readonly ConcurrentDictionary<TimeSpan, TaskCompletionSource> _begun = [];

    /// <summary>Waits until somebody has begun to wait so long.</summary>
    public Task WaitForAsync(TimeSpan wait, CancellationToken cancellation) => Begun(wait).Task.WaitAsync(cancellation);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Begun(dueTime).TrySetResult();
        return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private TaskCompletionSource Begun(TimeSpan wait) => _begun.GetOrAdd(wait, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}

namespace Bot.Loopback.Core;

/// <summary>Lets a test wait for something to become true, without sleeping and without polling.</summary>
internal sealed class Changes
{
    private readonly Lock _lock = new();
    private readonly List<Waiter> _waiters = [];
    private volatile bool _awaited;

    /// <summary>Signals a change.</summary>
    public void Notify()
    {
        // The change must be visible before this looks for waiters; otherwise a waiter that begins now could miss the change, and this the waiter.
        Interlocked.MemoryBarrier();

        // The benchmark waits for nothing, and pays for nothing more here.
        if (!_awaited)
        {
            return;
        }

        Waiter[] waiters;
        lock (_lock)
        {
            waiters = [.. _waiters];
        }

        foreach (var waiter in waiters)
        {
            if (waiter.Holds())
            {
                waiter.Done.TrySetResult();
            }
        }
    }

    /// <summary>Waits until a condition holds.</summary>
    public async Task WhenAsync(Func<bool> holds, CancellationToken cancellation)
    {
        var waiter = new Waiter(holds, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_lock)
        {
            _waiters.Add(waiter);
            _awaited = true;
        }

        try
        {
            // It is checked after the waiter is in the list, so that no change falls between.
            if (!holds())
            {
                await waiter.Done.Task.WaitAsync(cancellation);
            }
        }
        finally
        {
            lock (_lock)
            {
                _waiters.Remove(waiter);
                _awaited = _waiters.Count > 0;
            }
        }
    }

    private sealed record Waiter(Func<bool> Holds, TaskCompletionSource Done);
}

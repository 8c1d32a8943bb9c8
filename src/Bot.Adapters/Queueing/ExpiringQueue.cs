namespace Bot.Adapters.Queueing;

/// <summary>
/// A bounded queue of items that expire, for several consumers. When it is full, expired items at the front are dropped;
/// if there are none, the new item is dropped. Safe for any number of threads.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="capacity">The maximum number of items.</param>
/// <param name="maxAge">The age from which an item has expired.</param>
/// <param name="time">The clock.</param>
public sealed class ExpiringQueue<T>(int capacity, TimeSpan maxAge, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_reportInterval = TimeSpan.FromMinutes(1);

    private readonly Queue<(T Item, long Since)> _waiting = new();
    private readonly SemaphoreSlim _added = new(0);
    private readonly Lock _lock = new();
    private bool _isCompleted;
    private int _dropped;
    private long? _lastReport;

    /// <summary>The number of items.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Adds an item without waiting.</summary>
    /// <returns>The number of items dropped since the last report, if a report is due, which is at most once a minute; otherwise 0.</returns>
    public int Enqueue(T item)
    {
        lock (_lock)
        {
            if (_isCompleted)
            {
                return 0;
            }

            if (_waiting.Count >= capacity)
            {
                while (_waiting.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Since) >= maxAge)
                {
                    _waiting.Dequeue();
                    _dropped++;
                }
            }

            if (_waiting.Count < capacity)
            {
                _waiting.Enqueue((item, time.GetTimestamp()));
                _added.Release();
            }
            else
            {
                _dropped++;
            }

            return Report();
        }
    }

    /// <summary>Waits for the next item.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The next item, with the timestamp of its arrival by the queue's clock; null after <see cref="Complete"/>, when the queue is empty.</returns>
    public async ValueTask<(T Item, long Since)?> DequeueAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await _added.WaitAsync(cancellation).ConfigureAwait(false);
            lock (_lock)
            {
                if (_waiting.TryDequeue(out var next))
                {
                    return next;
                }

                if (_isCompleted)
                {
                    // Wakes the next waiting consumer, so that all of them end.
                    _added.Release();
                    return null;
                }
            }
        }
    }

    /// <summary>Completes the queue: further items are ignored.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            if (!_isCompleted)
            {
                _isCompleted = true;
                _added.Release();
            }
        }
    }

    /// <summary>Disposes the queue. No consumer may be waiting.</summary>
    public void Dispose() => _added.Dispose();

    private int Report()
    {
        if (_dropped == 0 || (_lastReport is { } last && time.GetElapsedTime(last) < s_reportInterval))
        {
            return 0;
        }

        var dropped = _dropped;
        (_dropped, _lastReport) = (0, time.GetTimestamp());
        return dropped;
    }
}

namespace Bot.Adapters.Queueing;

/// <summary>
/// What waits to be handled by several at once and is worth handling for a short time only: at most so many. When it is full, those at
/// the front whose time is over make room; where none is, the new one is dropped. Safe for any number of threads.
/// </summary>
/// <typeparam name="T">What waits.</typeparam>
/// <param name="max">How many may wait.</param>
/// <param name="worth">How long one is worth handling.</param>
/// <param name="time">The clock.</param>
public sealed class ExpiringQueue<T>(int max, TimeSpan worth, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_betweenReports = TimeSpan.FromMinutes(1);

    private readonly Queue<(T Item, long Since)> _waiting = new();
    private readonly SemaphoreSlim _added = new(0);
    private readonly Lock _lock = new();
    private bool _isFinished;
    private int _dropped;
    private long? _reported;

    /// <summary>How many wait.</summary>
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

    /// <summary>Takes one, and comes back at once.</summary>
    /// <returns>How many were dropped since that was last said, when it is time to say so, which is once a minute at most; else 0.</returns>
    public int Enqueue(T item)
    {
        lock (_lock)
        {
            if (_isFinished)
            {
                return 0;
            }

            if (_waiting.Count >= max)
            {
                while (_waiting.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Since) >= worth)
                {
                    _waiting.Dequeue();
                    _dropped++;
                }
            }

            if (_waiting.Count < max)
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

    /// <summary>Waits for the next.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The next, and a timestamp of the clock of when it came; null after <see cref="Complete"/>, when all are handed out.</returns>
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

                if (_isFinished)
                {
                    // So do the others learn of it.
                    _added.Release();
                    return null;
                }
            }
        }
    }

    /// <summary>Takes nothing more.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            if (!_isFinished)
            {
                _isFinished = true;
                _added.Release();
            }
        }
    }

    /// <summary>Gives everything back. Nobody may wait any more.</summary>
    public void Dispose() => _added.Dispose();

    private int Report()
    {
        if (_dropped == 0 || (_reported is { } last && time.GetElapsedTime(last) < s_betweenReports))
        {
            return 0;
        }

        var dropped = _dropped;
        (_dropped, _reported) = (0, time.GetTimestamp());
        return dropped;
    }
}

using System.Collections;

namespace Bot.Loopback.Core;

/// <summary>The requests answered so far, in the order of their arrival. Reading it reads a snapshot.</summary>
public sealed class CallLog<TCall> : IEnumerable<TCall>
    where TCall : ICall
{
    private readonly Lock _lock = new();
    private readonly List<TCall> _calls = [];
    private readonly Changes _changes;

    internal CallLog(Changes changes) => _changes = changes;

    /// <summary>The requests that fit a pattern.</summary>
    public IReadOnlyList<TCall> Of(string pattern) => [.. this.Where(c => c.Is(pattern))];

    /// <summary>Waits until so many requests fit a pattern, and gives them.</summary>
    public Task<IReadOnlyList<TCall>> WaitForAsync(string pattern, int count, CancellationToken cancellation) =>
        WaitForAsync(c => c.Is(pattern), count, cancellation);

    /// <summary>Waits until so many requests are as expected, and gives them.</summary>
    public async Task<IReadOnlyList<TCall>> WaitForAsync(Func<TCall, bool> predicate, int count, CancellationToken cancellation)
    {
        await _changes.WhenAsync(() => this.Count(predicate) >= count, cancellation);
        return [.. this.Where(predicate)];
    }

    /// <summary>Forgets all requests.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _calls.Clear();
        }
    }

    /// <inheritdoc/>
    public IEnumerator<TCall> GetEnumerator()
    {
        List<TCall> snapshot;
        lock (_lock)
        {
            snapshot = [.. _calls.OrderBy(c => c.Number)];
        }

        return snapshot.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(TCall call)
    {
        lock (_lock)
        {
            _calls.Add(call);
        }

        _changes.Notify();
    }
}

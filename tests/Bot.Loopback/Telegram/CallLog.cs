using System.Collections;

namespace Bot.Loopback.Telegram;

/// <summary>The calls answered so far, in the order of their arrival. Reading it reads a snapshot.</summary>
public sealed class CallLog : IEnumerable<Call>
{
    private readonly Lock _lock = new();
    private readonly List<Call> _calls = [];
    private readonly Changes _changes;

    internal CallLog(Changes changes) => _changes = changes;

    /// <summary>The calls of one method.</summary>
    public IReadOnlyList<Call> Of(string method) => [.. this.Where(c => c.Is(method))];

    /// <summary>Waits until so many calls are as asked, and gives them.</summary>
    public async Task<IReadOnlyList<Call>> WaitForAsync(Func<Call, bool> predicate, int count, CancellationToken cancellation)
    {
        await _changes.WhenAsync(() => this.Count(predicate) >= count, cancellation);
        return [.. this.Where(predicate)];
    }

    /// <summary>Waits until a method was called so many times, and gives those calls.</summary>
    public Task<IReadOnlyList<Call>> WaitForAsync(string method, int count, CancellationToken cancellation) =>
        WaitForAsync(c => c.Is(method), count, cancellation);

    /// <summary>Forgets all calls.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _calls.Clear();
        }
    }

    /// <inheritdoc/>
    public IEnumerator<Call> GetEnumerator()
    {
        List<Call> snapshot;
        lock (_lock)
        {
            snapshot = [.. _calls.OrderBy(c => c.Number)];
        }

        return snapshot.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(Call call)
    {
        lock (_lock)
        {
            _calls.Add(call);
        }

        _changes.Notify();
    }
}

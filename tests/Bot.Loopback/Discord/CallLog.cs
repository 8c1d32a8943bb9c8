using System.Collections;

namespace Bot.Loopback.Discord;

/// <summary>The requests answered so far, in the order of their arrival. Reading it reads a snapshot.</summary>
public sealed class CallLog : IEnumerable<Call>
{
    private readonly Lock _lock = new();
    private readonly List<Call> _calls = [];
    private readonly Changes _changes;

    internal CallLog(Changes changes) => _changes = changes;

    /// <summary>The requests that fit a pattern, such as <c>POST interactions/*/*/callback</c>.</summary>
    public IReadOnlyList<Call> Of(string pattern) => [.. this.Where(c => c.Is(pattern))];

    /// <summary>Waits until so many requests fit a pattern, and gives them.</summary>
    public async Task<IReadOnlyList<Call>> WaitForAsync(string pattern, int count, CancellationToken cancellation)
    {
        await _changes.WhenAsync(() => this.Count(c => c.Is(pattern)) >= count, cancellation);
        return Of(pattern);
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

namespace Bot.Adapters.Queueing;

/// <summary>
/// The most recent ids, to detect duplicates that a platform sends. Not thread-safe.
/// </summary>
/// <typeparam name="T">The type of the ids, which need not be ascending.</typeparam>
/// <param name="capacity">The number of ids that are kept.</param>
public sealed class RecentIds<T>(int capacity)
    where T : struct, IEquatable<T>
{
    private readonly HashSet<T> _ids = new(capacity);
    private readonly Queue<T> _order = new(capacity);

    /// <summary>Whether an id is kept.</summary>
    public bool Contains(T id) => _ids.Contains(id);

    /// <summary>Adds an id; false when it is already kept.</summary>
    public bool Add(T id)
    {
        if (!_ids.Add(id))
        {
            return false;
        }

        if (_order.Count == capacity)
        {
            _ids.Remove(_order.Dequeue());
        }

        _order.Enqueue(id);
        return true;
    }
}

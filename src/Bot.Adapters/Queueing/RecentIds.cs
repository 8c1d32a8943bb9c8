namespace Bot.Adapters.Queueing;

/// <summary>
/// The ids of what was taken lately, so that what a platform sends twice is handled once. Not safe for several threads.
/// </summary>
/// <typeparam name="T">The ids; they need not grow.</typeparam>
/// <param name="capacity">How many are remembered.</param>
public sealed class RecentIds<T>(int capacity)
    where T : struct, IEquatable<T>
{
    private readonly HashSet<T> _ids = new(capacity);
    private readonly Queue<T> _order = new(capacity);

    /// <summary>Whether an id is remembered.</summary>
    public bool Contains(T id) => _ids.Contains(id);

    /// <summary>Remembers an id; false when it is remembered already.</summary>
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

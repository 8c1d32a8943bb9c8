namespace Bot.Telegram.Receiving;

/// <summary>
/// The ids of the updates that were taken lately: an update may come twice, by a repeated webhook request or by asking for it again
/// before it was confirmed. Ids need not grow: after a quiet week they start anywhere (Bot API, Update: update_id).
/// </summary>
internal sealed class SeenUpdates(int capacity)
{
    private readonly HashSet<int> _ids = new(capacity);
    private readonly Queue<int> _order = new(capacity);

    /// <summary>Whether an id is remembered.</summary>
    public bool Contains(int id) => _ids.Contains(id);

    /// <summary>Remembers an id; false when it is remembered already.</summary>
    public bool Add(int id)
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

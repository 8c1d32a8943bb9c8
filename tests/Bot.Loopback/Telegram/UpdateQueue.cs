using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Loopback.Core;

namespace Bot.Loopback.Telegram;

/// <summary>The updates that wait for the bot, and which kinds it wants.</summary>
internal sealed class UpdateQueue(TimeProvider time, int firstId, Changes changes, Action added)
{
    // The real queue takes an offset that lies further off than this for none at all.
    private const int FurthestAhead = 10;
    private const int FurthestBehind = 100_000;

    // The kinds that a bot gets only if it asks for them.
    private static readonly HashSet<string> s_onRequest = ["chat_member", "message_reaction", "message_reaction_count"];
    private static readonly HashSet<string> s_known =
    [
        "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message", "edited_business_message", "deleted_business_messages",
        "guest_message", "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query",
        "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request", "chat_boost", "removed_chat_boost", "managed_bot", "subscription", "stopped_message_generation",
    ];

    private readonly Lock _lock = new();
    private readonly List<QueuedUpdate> _updates = [];
    private int _nextId = firstId;
    private long _order;
    private int _strays;
    private DateTimeOffset _firstExpiry = DateTimeOffset.MaxValue;
    private IReadOnlyList<string>? _allowed;

    /// <summary>How many wait.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                DropExpired();
                return _updates.Count;
            }
        }
    }

    /// <summary>The kinds that the bot asked for; null if it never did.</summary>
    public IReadOnlyList<string>? Allowed => _allowed;

    /// <summary>Remembers the kinds that the bot asks for. What it leaves out stays as it was; an empty list means the usual kinds.</summary>
    public void Allow(Parameters parameters)
    {
        if (parameters.Text("allowed_updates").Length == 0)
        {
            return;
        }

        JsonElement? list;
        try
        {
            list = parameters.Structure("allowed_updates", "");
        }
        catch (Refusal)
        {
            return;
        }

        if (list is not { ValueKind: JsonValueKind.Array } array || array.EnumerateArray().Any(k => k.ValueKind != JsonValueKind.String))
        {
            return;
        }

        var kinds = array.EnumerateArray().Select(k => k.GetString()!.ToLowerInvariant()).Where(s_known.Contains).ToList();
        lock (_lock)
        {
            _allowed = kinds.Count == 0 ? null : kinds;
        }
    }

    /// <summary>Adds an update, unless the bot does not want its kind. Gives its identifier, or null.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="content">Its content.</param>
    /// <param name="queue">The queue within which a webhook keeps the order.</param>
    /// <param name="lifetime">How long it may wait.</param>
    /// <param name="forcedId">The identifier, if the next one will not do.</param>
    public int? Add(string kind, ReadOnlySpan<byte> content, long queue, TimeSpan lifetime, int? forcedId = null)
    {
        int id;
        lock (_lock)
        {
            if (_allowed is null ? s_onRequest.Contains(kind) : !_allowed.Contains(kind))
            {
                return null;
            }

            id = forcedId ?? _nextId;
            var head = Encoding.UTF8.GetBytes($"{{\"update_id\":{id},\"{kind}\":");
            var json = new byte[head.Length + content.Length + 1];
            head.CopyTo(json, 0);
            content.CopyTo(json.AsSpan(head.Length));
            json[^1] = (byte)'}';
            Append(id, json, queue, lifetime);
        }

        added();
        return id;
    }

    /// <summary>Adds an update that the test wrote itself. It gets an identifier unless it has one.</summary>
    public int AddRaw(JsonObject update, long queue)
    {
        int id;
        lock (_lock)
        {
            id = update["update_id"]?.GetValue<int>() ?? _nextId;
            update["update_id"] = id;
            Append(id, Encoding.UTF8.GetBytes(update.ToJsonString()), queue, TimeSpan.FromDays(1));
        }

        added();
        return id;
    }

    /// <summary>Adds an update whose content the test wrote as text, which no model of JSON could hold. It gets an identifier.</summary>
    public int AddRaw(string content, long queue)
    {
        int id;
        lock (_lock)
        {
            id = _nextId;
            Append(id, Encoding.UTF8.GetBytes($"{{\"update_id\":{id}{(content == "{}" ? "" : ",")}{content.AsSpan(1)}"), queue, TimeSpan.FromDays(1));
        }

        added();
        return id;
    }

    /// <summary>Forgets what an offset confirms, and gives what comes next.</summary>
    public IReadOnlyList<QueuedUpdate> Take(int offset, int limit)
    {
        List<QueuedUpdate> taken;
        lock (_lock)
        {
            DropExpired();
            if (_strays > 0)
            {
                _strays -= _updates.RemoveAll(u => u.IsGiven);
            }

            if (offset < 0)
            {
                KeepLast(-(long)offset);
            }

            var head = _updates.Find(u => !u.IsStray)?.Id ?? _nextId;
            if (offset > 0 && offset <= _nextId + FurthestAhead && offset >= head - FurthestBehind)
            {
                Confirm(offset);
            }

            taken = _updates.GetRange(0, Math.Min(limit, _updates.Count));
            if (_strays > 0)
            {
                taken.ForEach(u => u.IsGiven = u.IsStray);
            }
        }

        changes.Notify();
        return taken;
    }

    /// <summary>What came after a place in the order of creation.</summary>
    public IReadOnlyList<QueuedUpdate> After(long order)
    {
        lock (_lock)
        {
            DropExpired();
            return [.. _updates.Where(u => u.Order > order)];
        }
    }

    /// <summary>Forgets one that a webhook took.</summary>
    public void Forget(QueuedUpdate update)
    {
        lock (_lock)
        {
            _strays -= _updates.Remove(update) && update.IsStray ? 1 : 0;
        }

        changes.Notify();
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _updates.Clear();
            _strays = 0;
        }

        changes.Notify();
    }

    private void Append(int id, byte[] json, long queue, TimeSpan lifetime)
    {
        var update = new QueuedUpdate(id, ++_order, queue, time.GetUtcNow() + lifetime, json) { IsStray = id < _nextId };
        _updates.Add(update);
        _strays += update.IsStray ? 1 : 0;
        _firstExpiry = update.Expires < _firstExpiry ? update.Expires : _firstExpiry;
        _nextId = Math.Max(_nextId, id + 1);
    }

    // The identifiers of all but strays rise, so what is confirmed is at the front.
    private void Confirm(int offset)
    {
        if (_strays > 0)
        {
            _updates.RemoveAll(u => !u.IsStray && u.Id < offset);
            return;
        }

        var confirmed = 0;
        while (confirmed < _updates.Count && _updates[confirmed].Id < offset)
        {
            confirmed++;
        }

        _updates.RemoveRange(0, confirmed);
    }

    private void KeepLast(long count)
    {
        _updates.RemoveRange(0, (int)Math.Max(0, _updates.Count - count));
        _strays = _updates.Count(u => u.IsStray);
    }

    private void DropExpired()
    {
        var now = time.GetUtcNow();
        if (now < _firstExpiry)
        {
            return;
        }

        _updates.RemoveAll(u => u.Expires <= now);
        _strays = _updates.Count(u => u.IsStray);
        _firstExpiry = _updates.Count == 0 ? DateTimeOffset.MaxValue : _updates.Min(u => u.Expires);
    }
}

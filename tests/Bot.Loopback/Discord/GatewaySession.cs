using System.Buffers.Text;

namespace Bot.Loopback.Discord;

/// <summary>A session of one shard. It outlives its connections, and keeps what it dispatched for a replay.</summary>
internal sealed class GatewaySession(string id, int shard, int shards, long intents, string query, DiscordServerOptions options)
{
    private readonly Lock _lock = new();
    private readonly Queue<(long Sequence, byte[] Payload)> _sent = new();
    private GatewaySocket? _socket;
    private DateTimeOffset _lostAt;
    private byte[]? _last;
    private byte[]? _held;
    private bool _swapNext;
    private long _sequence;

    /// <summary>The identifier.</summary>
    public string Id => id;

    /// <summary>The shard.</summary>
    public int Shard => shard;

    /// <summary>The number of shards that the bot gives.</summary>
    public int Shards => shards;

    /// <summary>The intents that the bot asked for.</summary>
    public long Intents => intents;

    /// <summary>The query that it was started with.</summary>
    public string Query => query;

    /// <summary>The last sequence number.</summary>
    public long Sequence => Interlocked.Read(ref _sequence);

    /// <summary>Its connection.</summary>
    public GatewaySocket? Socket => _socket;

    /// <summary>Whether it waited too long for a connection.</summary>
    public bool HasTimedOut => _socket is null && options.Time.GetUtcNow() - _lostAt > options.SessionTimeout;

    /// <summary>Whether events of a guild, or of none, belong to it ("Gateway", Sharding).</summary>
    public bool Takes(ulong? guild) => guild is null ? shard == 0 : (int)((guild.Value >> 22) % (ulong)shards) == shard;

    /// <summary>Gives it its first connection.</summary>
    public void Start(GatewaySocket socket)
    {
        lock (_lock)
        {
            _socket = socket;
        }
    }

    /// <summary>Gives it another connection, and replays what came after a sequence number. False if that is kept no more.</summary>
    public bool Resume(GatewaySocket socket, long after)
    {
        lock (_lock)
        {
            if (after < _sequence && (_sent.Count == 0 || _sent.Peek().Sequence > after + 1))
            {
                return false;
            }

            _held = null;
            foreach (var (sequence, payload) in _sent)
            {
                if (sequence > after && payload.Length > 0)
                {
                    socket.Send(payload, sequence);
                }
            }

            // RESUMED is an event as any other, but is itself never replayed.
            _sequence++;
            socket.Send(Compose("RESUMED"u8, "{}"u8, _sequence), _sequence);
            _sent.Enqueue((_sequence, []));
            _socket = socket;
            return true;
        }
    }

    /// <summary>Takes away a connection that ended.</summary>
    public void Detach(GatewaySocket socket)
    {
        lock (_lock)
        {
            if (_socket != socket)
            {
                return;
            }

            _socket = null;
            _lostAt = options.Time.GetUtcNow();
        }
    }

    /// <summary>Sends an event, or keeps it for the next connection.</summary>
    public void Dispatch(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        lock (_lock)
        {
            var sequence = Interlocked.Increment(ref _sequence);
            var payload = Compose(name, data, sequence);
            _sent.Enqueue((sequence, payload));
            if (_sent.Count > options.DispatchesKept)
            {
                _sent.Dequeue();
            }

            if (_swapNext)
            {
                (_swapNext, _held) = (false, payload);
                return;
            }

            _socket?.Send(payload, sequence);
            _last = payload;
            if (_held is not null)
            {
                _socket?.Send(_held, sequence);
            }

            _held = null;
        }
    }

    /// <summary>Sends the last event once more, with its sequence number.</summary>
    public void RepeatLast()
    {
        lock (_lock)
        {
            if (_last is not null)
            {
                _socket?.Send(_last, _sequence);
            }
        }
    }

    /// <summary>Lets the next event be sent after the one that follows it.</summary>
    public void SwapNext()
    {
        lock (_lock)
        {
            _swapNext = true;
        }
    }

    private static byte[] Compose(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data, long sequence)
    {
        Span<byte> number = stackalloc byte[20];
        Utf8Formatter.TryFormat(sequence, number, out var digits);
        return [.. "{\"t\":\""u8, .. name, .. "\",\"s\":"u8, .. number[..digits], .. ",\"op\":0,\"d\":"u8, .. data, .. "}"u8];
    }
}

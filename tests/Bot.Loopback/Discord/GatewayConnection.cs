using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>A connection that the bot made to the gateway, and what passed over it. It lives on while one reads it.</summary>
public sealed class GatewayConnection
{
    private readonly Lock _lock = new();
    private readonly List<GatewayHeartbeat> _heartbeats = [];
    private readonly List<JsonObject> _received = [];

    internal GatewayConnection(int number, string path, string query, DateTimeOffset at)
    {
        Number = number;
        Path = path;
        Query = query;
        OpenedAt = at;
    }

    /// <summary>Its place in the order of arrival, from 1.</summary>
    public int Number { get; }

    /// <summary>The path: <c>/gateway</c>, or <c>/resume</c> of <c>resume_gateway_url</c>.</summary>
    public string Path { get; }

    /// <summary>The query, with its question mark.</summary>
    public string Query { get; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who ended it.</summary>
    public ClosedBy ClosedBy { get; private set; }

    /// <summary>The code that it was closed with; null while it is open or if it was cut.</summary>
    public int? CloseCode { get; private set; }

    /// <summary>The data of the last Identify.</summary>
    public JsonObject? Identify { get; internal set; }

    /// <summary>The data of the last Resume.</summary>
    public JsonObject? Resume { get; internal set; }

    /// <summary>The shard of its session.</summary>
    public int? Shard { get; internal set; }

    /// <summary>Its session, once it has one.</summary>
    public string? SessionId { get; internal set; }

    /// <summary>The last sequence number that was sent over it.</summary>
    public long? LastSequenceSent { get; internal set; }

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => ClosedBy == ClosedBy.Nobody;

    /// <summary>The heartbeats.</summary>
    public IReadOnlyList<GatewayHeartbeat> Heartbeats
    {
        get
        {
            lock (_lock)
            {
                return [.. _heartbeats];
            }
        }
    }

    /// <summary>All payloads of the bot.</summary>
    public IReadOnlyList<JsonObject> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    internal void Add(GatewayHeartbeat heartbeat)
    {
        lock (_lock)
        {
            _heartbeats.Add(heartbeat);
        }
    }

    internal void Add(JsonObject payload)
    {
        lock (_lock)
        {
            _received.Add(payload);
        }
    }

    /// <summary>Ends it, unless it has ended.</summary>
    internal bool End(ClosedBy by, int? code, DateTimeOffset at)
    {
        lock (_lock)
        {
            if (ClosedBy != ClosedBy.Nobody)
            {
                return false;
            }

            (CloseCode, ClosedAt, ClosedBy) = (code, at, by);
            return true;
        }
    }
}

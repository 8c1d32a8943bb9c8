using System.Text;

namespace Bot.Loopback.Discord;

/// <summary>The planned faults of the gateway. One without a shard happens on every open connection.</summary>
public sealed class GatewayControl
{
    private readonly DiscordServer _server;
    private readonly Lock _lock = new();
    private readonly Queue<(int Status, int? RetryAfter)> _refusals = new();
    private readonly Queue<Task> _delays = new();

    internal GatewayControl(DiscordServer server) => _server = server;

    /// <summary>Whether heartbeats are not acknowledged.</summary>
    public bool WithholdAcks { get; set; }

    /// <summary>Whether new connections are not greeted.</summary>
    public bool WithholdHello { get; set; }

    /// <summary>Whether an Identify is not answered.</summary>
    public bool WithholdReady { get; set; }

    /// <summary>Whether a Resume is not answered.</summary>
    public bool WithholdResumed { get; set; }

    /// <summary>Lets the READY of the next Identify wait.</summary>
    public void DelayReady(Task until)
    {
        lock (_lock)
        {
            _delays.Enqueue(until);
        }
    }

    /// <summary>Refuses the next connections with an HTTP status.</summary>
    public void RefuseNext(int status, int times = 1, int? retryAfter = null)
    {
        lock (_lock)
        {
            for (var i = 0; i < times; i++)
            {
                _refusals.Enqueue((status, retryAfter));
            }
        }
    }

    /// <summary>Asks to reconnect (opcode 7).</summary>
    public void Reconnect(int? shard = null) => SendRaw("""{"t":null,"s":null,"op":7,"d":null}""", shard);

    /// <summary>Says that the session is invalid (opcode 9), and forgets it unless it is resumable.</summary>
    public void InvalidateSession(bool resumable, int? shard = null)
    {
        foreach (var socket in _server.Hub.Sockets(shard))
        {
            if (!resumable && socket.Session is { } session)
            {
                _server.Hub.Sessions.Forget(session);
                session.Detach(socket);
                socket.Session = null;
            }

            socket.Send($$"""{"t":null,"s":null,"op":9,"d":{{(resumable ? "true" : "false")}}}""");
        }
    }

    /// <summary>Forgets all sessions without a word, so that none can be resumed.</summary>
    public void ForgetSessions()
    {
        foreach (var session in _server.Hub.Sessions.Live)
        {
            _server.Hub.Sessions.Forget(session);
        }
    }

    /// <summary>Closes with a code.</summary>
    public void Close(int code, string reason = "", int? shard = null)
    {
        foreach (var socket in _server.Hub.Sockets(shard))
        {
            socket.Close(code, reason);
        }
    }

    /// <summary>Cuts the TCP connection.</summary>
    public void Cut(int? shard = null)
    {
        foreach (var socket in _server.Hub.Sockets(shard))
        {
            socket.Cut(inFrame: false);
        }
    }

    /// <summary>Cuts the TCP connection in the middle of a frame.</summary>
    public void CutInFrame(int? shard = null)
    {
        foreach (var socket in _server.Hub.Sockets(shard))
        {
            socket.Cut(inFrame: true);
        }
    }

    /// <summary>Asks for a heartbeat (opcode 1).</summary>
    public void RequestHeartbeat(int? shard = null) => SendRaw("""{"t":null,"s":null,"op":1,"d":null}""", shard);

    /// <summary>Sends the last event once more, with its sequence number.</summary>
    public void RepeatLast(int? shard = null)
    {
        foreach (var socket in _server.Hub.Sockets(shard))
        {
            socket.Session?.RepeatLast();
        }
    }

    /// <summary>Lets the next event arrive after the one that follows it.</summary>
    public void SwapNext(int? shard = null)
    {
        foreach (var socket in _server.Hub.Sockets(shard))
        {
            socket.Session?.SwapNext();
        }
    }

    /// <summary>Sends an opcode that there is not.</summary>
    public void SendUnknownOpcode(int? shard = null) => SendRaw("""{"t":null,"s":null,"op":99,"d":{"new":[1,2]}}""", shard);

    /// <summary>Dispatches an event that there is not.</summary>
    public void SendUnknownEvent(int? shard = null) => SendEvent("LOOPBACK_EVENT_OF_TOMORROW", "{\"new\":[1,2]}", shard);

    /// <summary>Dispatches an event with any data.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="data">Its data, which need not be JSON.</param>
    /// <param name="shard">The shard; null for all.</param>
    public void SendEvent(string name, string data, int? shard = null)
    {
        foreach (var socket in _server.Hub.Sockets(shard))
        {
            socket.Session?.Dispatch(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(data));
        }
    }

    /// <summary>Sends what is no JSON.</summary>
    public void SendGarbage(int? shard = null) => SendRaw("<html>{]", shard);

    /// <summary>Sends any text as a payload.</summary>
    public void SendRaw(string payload, int? shard = null)
    {
        foreach (var socket in _server.Hub.Sockets(shard))
        {
            socket.Send(Encoding.UTF8.GetBytes(payload));
        }
    }

    /// <summary>Sends a binary message as it is, outside the compressed stream.</summary>
    public void SendFrame(byte[] content, int? shard = null)
    {
        foreach (var socket in _server.Hub.Sockets(shard))
        {
            socket.SendFrame(content);
        }
    }

    internal (int Status, int? RetryAfter)? TakeRefusal()
    {
        lock (_lock)
        {
            return _refusals.TryDequeue(out var refusal) ? refusal : null;
        }
    }

    internal Task? TakeReadyDelay()
    {
        lock (_lock)
        {
            return _delays.TryDequeue(out var delay) ? delay : null;
        }
    }
}

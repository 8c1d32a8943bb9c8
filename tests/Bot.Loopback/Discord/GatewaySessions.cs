using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>The sessions of the gateway: starts and resumes them, and hands out events.</summary>
internal sealed class GatewaySessions(DiscordServer server)
{
    private const string InvalidSession = """{"t":null,"s":null,"op":9,"d":false}""";
    private readonly Lock _lock = new();
    private readonly List<GatewaySession> _sessions = [];
    private int _identifies;
    private int _resumes;

    /// <summary>The number of Identify messages.</summary>
    public int Identifies => _identifies;

    /// <summary>The number of resumed sessions.</summary>
    public int Resumes => _resumes;

    /// <summary>The sessions that have a connection.</summary>
    public IReadOnlyList<GatewaySession> Live
    {
        get
        {
            lock (_lock)
            {
                return [.. _sessions.Where(s => s.Socket is not null)];
            }
        }
    }

    /// <summary>Starts a session, or refuses to.</summary>
    public void Identify(GatewaySocket socket, JsonObject? data)
    {
        Interlocked.Increment(ref _identifies);
        if (IdentifyRules.Refusal(data, server.Token, server.Options, out var shard) is { } refusal)
        {
            socket.Close(refusal.Code, refusal.Reason);
            return;
        }

        foreach (var problem in IdentifyRules.Problems(data!, socket.Log.Query.Contains("compress=", StringComparison.Ordinal)))
        {
            server.AddProblem($"connection {socket.Log.Number}: {problem}");
        }

        if (!server.SessionStarts.Take())
        {
            server.AddProblem("more sessions were started than a day allows, so the token was reset");
            server.ResetToken();
            return;
        }

        if (!server.SessionStarts.IsInTime(shard.Id))
        {
            server.AddProblem($"connection {socket.Log.Number}: shard {shard.Id} identified too early after another of its key");
            socket.Send(InvalidSession);
            return;
        }

        if (server.Gateway.WithholdReady)
        {
            return;
        }

        var session = new GatewaySession(Guid.NewGuid().ToString("n"), shard.Id, shard.Count, data.Integer("intents")!.Value, socket.Log.Query, server.Options);
        if (server.Gateway.TakeReadyDelay() is { } delay)
        {
            _ = StartLaterAsync(delay, session, socket, data!);
        }
        else
        {
            Start(session, socket, data!);
        }
    }

    /// <summary>Resumes a session, or refuses to.</summary>
    public void Resume(GatewaySocket socket, JsonObject? data)
    {
        if (data.String("token") is not { } token || data.String("session_id") is not { } id || data.Integer("seq") is not { } sequence)
        {
            socket.Close(4002, "Error while decoding payload.");
            return;
        }

        if (token != server.Token)
        {
            socket.Close(4004, "Authentication failed.");
            return;
        }

        GatewaySession? session;
        lock (_lock)
        {
            session = _sessions.Find(s => s.Id == id && !s.HasTimedOut);
        }

        if (server.Gateway.WithholdResumed)
        {
            return;
        }

        if (session is null)
        {
            socket.Send(InvalidSession);
            return;
        }

        if (sequence > session.Sequence || sequence < 0)
        {
            Forget(session);
            socket.Close(4007, "Invalid seq.");
            return;
        }

        if (session.Query != socket.Log.Query)
        {
            server.AddProblem($"connection {socket.Log.Number}: resumes with the query {socket.Log.Query} instead of {session.Query}");
        }

        // What becomes of the old connection of a resumed session is not documented.
        if (session.Socket is { } old)
        {
            old.Close(4000, "Resumed elsewhere.");
        }

        (socket.Session, socket.Log.SessionId, socket.Log.Shard) = (session, session.Id, session.Shard);
        if (!session.Resume(socket, sequence))
        {
            (socket.Session, socket.Log.SessionId, socket.Log.Shard) = (null, null, null);
            Forget(session);
            socket.Send(InvalidSession);
            return;
        }

        Interlocked.Increment(ref _resumes);
    }

    /// <summary>Hands an event to the shard of a guild, or of what belongs to none.</summary>
    public void Dispatch(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data, ulong? guild, long intent = 0)
    {
        lock (_lock)
        {
            foreach (var session in _sessions)
            {
                if (session.Takes(guild) && (intent == 0 || (session.Intents & intent) != 0))
                {
                    session.Dispatch(name, data);
                }
            }
        }
    }

    /// <summary>Forgets a session, so that it cannot be resumed.</summary>
    public void Forget(GatewaySession session)
    {
        lock (_lock)
        {
            _sessions.Remove(session);
        }
    }

    private async Task StartLaterAsync(Task delay, GatewaySession session, GatewaySocket socket, JsonObject data)
    {
        await delay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Start(session, socket, data);
        server.Changes.Notify();
    }

    private void Start(GatewaySession session, GatewaySocket socket, JsonObject data)
    {
        (socket.Session, socket.Log.SessionId, socket.Log.Shard) = (session, session.Id, session.Shard);
        session.Start(socket);
        var guilds = server.InstalledGuilds.Where(g => session.Takes(g.Id)).ToList();
        var ready = new JsonObject
        {
            ["v"] = 10,
            ["user_settings"] = new JsonObject(),
            ["user"] = server.BotJson(),
            ["session_type"] = "normal",
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = server.ResumeUrl,
            ["relationships"] = new JsonArray(),
            ["private_channels"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["guilds"] = new JsonArray([.. guilds.Select(g => new JsonObject { ["unavailable"] = true, ["id"] = g.Id.Text() })]),
            ["guild_join_requests"] = new JsonArray(),
            ["geo_ordered_rtc_regions"] = new JsonArray(),
            ["application"] = new JsonObject { ["id"] = server.Options.ApplicationId.Text(), ["flags"] = DiscordServer.ApplicationFlags },
            ["_trace"] = new JsonArray(),
        };
        if (data["shard"] is { } shard)
        {
            ready["shard"] = shard.DeepClone();
        }

        var created = (session.Intents & 1) != 0 ? guilds.Select(g => g.ToCreateJson(server).ToUtf8()).ToList() : [];

        // Nothing comes before READY, and nothing is lost after it.
        lock (_lock)
        {
            session.Dispatch("READY"u8, ready.ToUtf8());
            foreach (var guild in created)
            {
                session.Dispatch("GUILD_CREATE"u8, guild);
            }

            _sessions.Add(session);
        }
    }
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Loopback.Discord;

/// <summary>The gateway: takes connections, starts and resumes sessions, and hands out events.</summary>
internal sealed class GatewayHub(DiscordServer server)
{
    /// <summary>Where new sessions connect.</summary>
    public const string StartPath = "/gateway";

    /// <summary>Where sessions are resumed.</summary>
    public const string ResumePath = "/resume";

    private const string InvalidSession = """{"t":null,"s":null,"op":9,"d":false}""";
    private readonly Lock _lock = new();
    private readonly List<GatewayConnection> _connections = [];
    private readonly List<GatewaySocket> _sockets = [];
    private readonly List<GatewaySession> _sessions = [];
    private int _identifies;
    private int _resumes;
    private int _lastNumber;

    public DiscordServerOptions Options => server.Options;

    public GatewayControl Control => server.Gateway;

    public Changes Changes => server.Changes;

    /// <summary>How often an Identify came.</summary>
    public int Identifies => _identifies;

    /// <summary>How often a session was resumed.</summary>
    public int Resumes => _resumes;

    /// <summary>How many heartbeats came.</summary>
    public int Heartbeats => Connections.Sum(c => c.Heartbeats.Count);

    /// <summary>All connections.</summary>
    public IReadOnlyList<GatewayConnection> Connections
    {
        get
        {
            lock (_lock)
            {
                return [.. _connections];
            }
        }
    }

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

    /// <summary>The connections that are open, of one shard or of all.</summary>
    public IReadOnlyList<GatewaySocket> Sockets(int? shard)
    {
        lock (_lock)
        {
            return [.. _sockets.Where(s => s.Log.IsOpen && (shard is null || s.Session?.Shard == shard))];
        }
    }

    public void AddProblem(string problem) => server.AddProblem(problem);

    /// <summary>Takes a connection.</summary>
    public async Task AcceptAsync(HttpContext context)
    {
        if (Control.TakeRefusal() is { } refusal)
        {
            context.Response.StatusCode = refusal.Status;
            if (refusal.RetryAfter is { } seconds)
            {
                context.Response.Headers.RetryAfter = $"{seconds}";
            }

            await context.Response.WriteAsync(refusal.Status >= 500 ? "<html><body>cloudflare</body></html>" : "");
            return;
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var tap = context.Features.Get<RecordingUpgrade>()!;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var query = context.Request.Query;
        var compression = query["compress"].ToString();
        var log = new GatewayConnection(Interlocked.Increment(ref _lastNumber), context.Request.Path, context.Request.QueryString.ToString(), Options.Time.GetUtcNow());
        var served = new GatewaySocket(this, socket, log, tap.Stream!, context.Abort, compression == "zlib-stream" ? new() : null);
        lock (_lock)
        {
            _connections.Add(log);
            _sockets.Add(served);
        }

        if (Refusal(query["v"].ToString(), query["encoding"].ToString(), compression) is { } refused)
        {
            AddProblem($"connection {log.Number}: {refused.Problem}");
            served.Close(refused.Code, refused.Problem);
        }

        Changes.Notify();
        await served.RunAsync(context.RequestAborted);
    }

    /// <summary>Starts a session, or refuses to.</summary>
    public void Identify(GatewaySocket socket, JsonObject? data)
    {
        Interlocked.Increment(ref _identifies);
        if (IdentifyRules.Refusal(data, server.Token, Options, out var shard) is { } refusal)
        {
            socket.Close(refusal.Code, refusal.Reason);
            return;
        }

        foreach (var problem in IdentifyRules.Problems(data!, socket.Log.Query.Contains("compress=", StringComparison.Ordinal)))
        {
            AddProblem($"connection {socket.Log.Number}: {problem}");
        }

        if (!server.SessionStarts.Take())
        {
            AddProblem("more sessions were started than a day allows, so the token was reset");
            server.ResetToken();
            return;
        }

        if (!server.SessionStarts.IsInTime(shard.Id))
        {
            AddProblem($"connection {socket.Log.Number}: shard {shard.Id} identified too early after another of its key");
            socket.Send(InvalidSession);
            return;
        }

        if (Control.WithholdReady)
        {
            return;
        }

        var session = new GatewaySession(Guid.NewGuid().ToString("n"), shard.Id, shard.Count, data.Integer("intents")!.Value, socket.Log.Query, Options);
        if (Control.TakeReadyDelay() is { } delay)
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
            AddProblem($"connection {socket.Log.Number}: resumes with the query {socket.Log.Query} instead of {session.Query}");
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

    /// <summary>Learns that a close frame goes out: the bot's own, or an answer to it.</summary>
    public void OnClosing(GatewaySocket socket, int code)
    {
        // "Gateway", Initiating a Disconnect; the codes after which one must start anew.
        if (socket.Session is not { } session)
        {
            return;
        }

        if (socket.Log.ClosedBy == ClosedBy.Bot ? code is 1000 or 1001 : code is 4004 or 4007 or 4009 or (>= 4010 and <= 4014))
        {
            Forget(session);
        }
    }

    /// <summary>Learns that a connection ended.</summary>
    public void OnEnded(GatewaySocket socket, int? code)
    {
        socket.Log.End(ClosedBy.Bot, code, Options.Time.GetUtcNow());
        if (code is not null)
        {
            OnClosing(socket, code.Value);
        }

        socket.Session?.Lose(socket);
        lock (_lock)
        {
            _sockets.Remove(socket);
        }

        Changes.Notify();
    }

    /// <summary>Forgets a session, so that it cannot be resumed.</summary>
    public void Forget(GatewaySession session)
    {
        lock (_lock)
        {
            _sessions.Remove(session);
        }
    }

    private static (int Code, string Problem)? Refusal(string version, string encoding, string compression)
    {
        if (version != "10")
        {
            return (4012, "the gateway's version is not 10");
        }

        // The codes of these two are the stand-in's own: the real gateway knows etf and zstd-stream.
        if (encoding != "json")
        {
            return (4002, "the encoding is not json, and the stand-in knows no other");
        }

        return compression is "" or "zlib-stream" ? null : (4000, "the compression is not zlib-stream, and the stand-in knows no other");
    }

    private async Task StartLaterAsync(Task delay, GatewaySession session, GatewaySocket socket, JsonObject data)
    {
        await delay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Start(session, socket, data);
        Changes.Notify();
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
            ["application"] = new JsonObject { ["id"] = Options.ApplicationId.Text(), ["flags"] = DiscordServer.ApplicationFlags },
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

using Bot.Loopback.Core;
using Microsoft.AspNetCore.Http;

namespace Bot.Loopback.Discord;

/// <summary>The connections to the gateway: takes them, and learns of their end.</summary>
internal sealed class GatewayHub(DiscordServer server)
{
    /// <summary>Where new sessions connect.</summary>
    public const string StartPath = "/gateway";

    /// <summary>Where sessions are resumed.</summary>
    public const string ResumePath = "/resume";

    private readonly Lock _lock = new();
    private readonly List<GatewayConnection> _connections = [];
    private readonly List<GatewaySocket> _sockets = [];
    private int _lastNumber;

    public DiscordServerOptions Options => server.Options;

    public GatewayControl Control => server.Gateway;

    public GatewaySessions Sessions { get; } = new(server);

    public Changes Changes => server.Changes;

    /// <summary>The number of heartbeats.</summary>
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

    /// <summary>Learns that a close frame goes out: the bot's own, or an answer to it.</summary>
    public void OnClosing(GatewaySocket socket, int code)
    {
        // "Gateway", Initiating a Disconnect; the codes after which one must start again.
        if (socket.Session is not { } session)
        {
            return;
        }

        if (socket.Log.ClosedBy == ClosedBy.Bot ? code is 1000 or 1001 : code is 4004 or 4007 or 4009 or (>= 4010 and <= 4014))
        {
            Sessions.Forget(session);
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

        socket.Session?.Detach(socket);
        lock (_lock)
        {
            _sockets.Remove(socket);
        }

        Changes.Notify();
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
}

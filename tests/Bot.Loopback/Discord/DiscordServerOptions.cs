using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>How the server behaves.</summary>
public sealed record DiscordServerOptions
{
    /// <summary>The bot's token. What stands before its first point is the application's identifier in base64.</summary>
    public string Token { get; init; } = "MTE0MDAwMDAwMDAwMDAwMDA0Mg.GLoOpB.loopback-token-of-the-stand-in-0042";

    /// <summary>The application.</summary>
    public ulong ApplicationId { get; init; } = 1140000000000000042;

    /// <summary>The application's name, and its bot's.</summary>
    public string Name { get; init; } = "Loopback bot";

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The port; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether calls and the payloads of connections are remembered. A benchmark remembers none.</summary>
    public bool KeepLogs { get; init; } = true;

    /// <summary>How many shards <c>GET gateway/bot</c> recommends.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>How many shards may identify within 5 seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>How many sessions may be started in a day ("Gateway", Identifying).</summary>
    public int SessionStarts { get; init; } = 1000;

    /// <summary>What of <see cref="SessionStarts"/> is used up already.</summary>
    public int SessionStartsUsed { get; init; }

    /// <summary>Whether a session with fewer than <see cref="Shards"/> shards is refused with 4011.</summary>
    public bool ShardingRequired { get; init; }

    /// <summary>The number of shards must be a multiple of this ("Gateway", Sharding for Large Bots).</summary>
    public int ShardMultiple { get; init; } = 1;

    /// <summary>The privileged intents that the application may use, as bits.</summary>
    public long PrivilegedIntents { get; init; }

    /// <summary>How often a connection must send a heartbeat.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41250);

    /// <summary>How many intervals may pass between two heartbeats. The real tolerance is not documented.</summary>
    public double HeartbeatTolerance { get; init; } = 1.25;

    /// <summary>
    /// How a connection without heartbeats is closed. The documentation names no code, but says that one must resume then,
    /// and "start a new one" of 4009, so it is 4000.
    /// </summary>
    public int MissedHeartbeatCode { get; init; } = 4000;

    /// <summary>How long a session without a connection can be resumed: "a few minutes" ("Gateway", Initiating a Disconnect).</summary>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How many dispatches of a session are kept for a replay.</summary>
    public int DispatchesKept { get; init; } = 20_000;

    /// <summary>Into WebSocket frames of how many bytes compressed messages are cut; 0 for one frame each.</summary>
    public int FrameBytes { get; init; }

    /// <summary>Whether what <see cref="FrameBytes"/> cuts are messages of their own, of which only the last has the flush suffix.</summary>
    public bool FramesAreMessages { get; init; }

    /// <summary>How many requests a route allows within <see cref="RouteWindow"/>.</summary>
    public int RouteLimit { get; init; } = 1000;

    /// <summary>The window of <see cref="RouteLimit"/>.</summary>
    public TimeSpan RouteWindow { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many requests a second are allowed on all routes but those of interactions; 0 for any number. The real limit is 50.</summary>
    public int GlobalLimit { get; init; }

    /// <summary>How many requests may be answered with 401, 403 or 429 in 10 minutes before the address is banned.</summary>
    public int MaxInvalidRequests { get; init; } = 10_000;

    /// <summary>The installation contexts of commands that name none.</summary>
    public IReadOnlyList<int> IntegrationTypes { get; init; } = [0, 1];

    /// <summary>The commands that are registered before the bot comes, in the form of a bulk overwrite.</summary>
    public JsonArray? Commands { get; init; }
}

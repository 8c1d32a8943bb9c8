using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>Waits for what the bot does.</summary>
public static class DiscordServerWaits
{
    /// <summary>Waits until so many shards have a connection with a session.</summary>
    public static Task WaitForReadyAsync(this DiscordServer server, int shards, CancellationToken cancellation) =>
        server.Changes.WhenAsync(() => server.Hub.Sessions.Live.Select(s => s.Shard).Distinct().Count() >= shards, cancellation);

    /// <summary>Waits until the bot has overwritten the commands, and gives them.</summary>
    public static async Task<JsonArray> WaitForCommandsAsync(this DiscordServer server, CancellationToken cancellation)
    {
        await server.Changes.WhenAsync(() => server.Commands.Overwrites > 0, cancellation);
        return server.RegisteredCommands();
    }

    /// <summary>Waits until so many times an Identify came.</summary>
    public static Task WaitForIdentifiesAsync(this DiscordServer server, int count, CancellationToken cancellation) => server.Changes.WhenAsync(() => server.Identifies >= count, cancellation);

    /// <summary>Waits until so many times a session was resumed.</summary>
    public static Task WaitForResumesAsync(this DiscordServer server, int count, CancellationToken cancellation) => server.Changes.WhenAsync(() => server.Resumes >= count, cancellation);

    /// <summary>Waits until so many heartbeats came, over all connections.</summary>
    public static Task WaitForHeartbeatsAsync(this DiscordServer server, int count, CancellationToken cancellation) => server.Changes.WhenAsync(() => server.Hub.Heartbeats >= count, cancellation);

    /// <summary>Waits until so many connections were made.</summary>
    public static Task WaitForConnectionsAsync(this DiscordServer server, int count, CancellationToken cancellation) => server.Changes.WhenAsync(() => server.Connections.Count >= count, cancellation);

    /// <summary>Waits until the connections are as asked, and gives them.</summary>
    public static async Task<IReadOnlyList<GatewayConnection>> WaitForConnectionsAsync(this DiscordServer server, Func<IReadOnlyList<GatewayConnection>, bool> predicate, CancellationToken cancellation)
    {
        await server.Changes.WhenAsync(() => predicate(server.Connections), cancellation);
        return server.Connections;
    }
}

using System.Text.Json.Nodes;
using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

/// <summary>A server, a bot and some people, for one test.</summary>
public abstract class ServerTest : IAsyncLifetime
{
    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly List<IDisposable> _clients = [];

    private protected static DiscordUser Ann { get; } = new(11, "Ann", locale: "uk");

    private protected static DiscordUser Bob { get; } = new(12, "Bob", hasApp: true);

    private protected TestClock Time { get; } = new();

    private protected DiscordServer Server { get; private set; } = null!;

    private protected RawBot Bot { get; private set; } = null!;

    /// <summary>Ends a test that waits for what never comes.</summary>
    private protected CancellationToken Deadline => _deadline.Token;

    private protected virtual DiscordServerOptions Options => new() { Time = Time };

    private protected DiscordPlace Channel => Server.Guild(5UL << 22, "Guild", "ru").Channel(77);

    public async ValueTask InitializeAsync()
    {
        _deadline.CancelAfter(TimeSpan.FromSeconds(30));
        Server = await DiscordServer.StartAsync(Options, Deadline);
        Bot = new(Server, Deadline);
        _clients.Add(Bot);
    }

    public virtual async ValueTask DisposeAsync()
    {
        _clients.ForEach(c => c.Dispose());
        await Server.DisposeAsync();
        _deadline.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A connection that was not greeted yet.</summary>
    private protected async Task<RawGateway> ConnectAsync(string query = "?v=10&encoding=json", string? url = null)
    {
        var gateway = await RawGateway.ConnectAsync(new(Server.Options.Token, (url ?? Server.GatewayUrl) + query), Deadline);
        _clients.Add(gateway);
        return gateway;
    }

    /// <summary>A connection that was greeted.</summary>
    private protected async Task<RawGateway> GreetedAsync(string query = "?v=10&encoding=json", string? url = null)
    {
        var gateway = await ConnectAsync(query, url);
        Assert.Equal(10, (int)(await gateway.NextAsync())["op"]!);
        return gateway;
    }

    /// <summary>A connection with a session of its own, and READY.</summary>
    private protected async Task<(RawGateway Gateway, JsonNode Ready)> ReadyAsync(int shard = 0, int shards = 1, int intents = 0)
    {
        var gateway = await GreetedAsync();
        await gateway.IdentifyAsync(shard, shards, intents);
        var ready = await gateway.NextAsync();
        Assert.Equal("READY", (string?)ready["t"]);
        return (gateway, ready["d"]!);
    }
}

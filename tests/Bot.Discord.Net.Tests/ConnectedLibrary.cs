using System.Text.Json.Nodes;
using System.Threading.Channels;
using Bot.Loopback.Discord;
using Discord.WebSocket;
using Library = Discord;
using Sent = Bot.Loopback.Discord.Interaction;

namespace Bot.Discord.Net.Tests;

/// <summary>Discord.Net, connected to the stand-in of Discord: only it can create the interactions that are mapped.</summary>
public sealed class ConnectedLibrary : IAsyncLifetime
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(20);

    private readonly Channel<SocketInteraction> _received = Channel.CreateUnbounded<SocketInteraction>();
    private DiscordSocketClient _client = null!;

    /// <summary>The stand-in.</summary>
    public DiscordServer Server { get; private set; } = null!;

    /// <summary>Discord's HTTP API in Discord.Net.</summary>
    internal DiscordSocketRestClient Rest => _client.Rest;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Server = await DiscordServer.StartAsync(cancellation: TestContext.Current.CancellationToken);
        _client = new DiscordSocketClient(new DiscordSocketConfig
        {
            GatewayIntents = Library.GatewayIntents.None,
            GatewayHost = $"{Server.GatewayUrl}?v={Library.DiscordConfig.APIVersion}&encoding={DiscordSocketConfig.GatewayEncoding}&compress=zlib-stream",
            MaxWaitBetweenGuildAvailablesBeforeReady = 0,
            UseInteractionSnowflakeDate = false,
            ResponseInternalTimeCheck = false,
            RestClientProvider = _ => new InteractionRestClient(Server.ApiUrl),
        });
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _client.Ready += () =>
        {
            ready.TrySetResult();
            return Task.CompletedTask;
        };
        _client.InteractionCreated += interaction => _received.Writer.WriteAsync(interaction).AsTask();
        await _client.LoginAsync(Library.TokenType.Bot, Server.Options.Token, validateToken: false);
        await _client.StartAsync();
        await ready.Task.WaitAsync(s_timeout, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends an interaction, and returns it as the stand-in and as Discord.Net have it.</summary>
    /// <param name="json">The interaction without its id, its token and the user.</param>
    internal async Task<(Sent Sent, SocketInteraction Received)> SendAsync(string json)
    {
        var payload = JsonNode.Parse(json)!.AsObject();
        payload["version"] = 1;
        payload["channel_id"] = "77";
        payload["channel"] = new JsonObject { ["id"] = "77", ["type"] = 1 };
        payload["user"] = new JsonObject { ["id"] = "61", ["username"] = "rex", ["discriminator"] = "0" };
        payload["locale"] = "uk";
        var sent = Server.SendRaw(payload);
        return (sent, await _received.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(s_timeout));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await Server.DisposeAsync();
    }
}

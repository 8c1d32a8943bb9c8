using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.Discord;

public class GatewayTests : DiscordTest
{
    [Fact]
    public async Task The_bot_asks_for_no_intents()
    {
        await StartReadyBotAsync();

        var connection = Assert.Single(Server.Connections);
        Assert.Equal(("/gateway", Query), (connection.Path, connection.Query));
        Assert.Equal(0, connection.Identify!["intents"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_heartbeat_that_is_asked_for_is_sent_at_once()
    {
        await StartReadyBotAsync();
        await AskAsync();
        var before = Server.Connections[0].Heartbeats.Count;

        Server.Gateway.RequestHeartbeat();

        await Server.WaitForHeartbeatsAsync(before + 1, Deadline);
        Assert.Equal(2, Server.Connections[0].Heartbeats[^1].Sequence);
    }

    [Theory]
    [InlineData(4004, "Set Discord:Token (Discord__Token in the environment) to the token that the developer portal gives under Bot, Reset Token, and restart.")]
    [InlineData(4010, "which it recommended itself. Restart: the bot then asks for the recommendation again.")]
    [InlineData(4011, "Restart: the bot then asks for the recommendation again. Or set Discord:Shards to more.")]
    [InlineData(4012, "Install a newer version of the bot.")]
    [InlineData(4013, "Install a newer version of the bot.")]
    [InlineData(4014, "Install a newer version of the bot.")]
    public async Task A_code_after_which_nothing_helps_ends_the_adapter_with_a_line_that_says_what_to_do(int code, string remedy)
    {
        ExpectsErrors = true;
        var bot = await StartReadyBotAsync();

        Server.Gateway.Close(code);

        await bot.Ended.WaitAsync(Deadline);
        var fault = Assert.Single(Log.Faults);
        Assert.Equal(LogLevel.Critical, Assert.Single(Log.Of(Kind.Logged(DiscordEvents.ShardRejected, "shard 0", $"{code}"))).Level);
        Assert.EndsWith(remedy, fault, StringComparison.Ordinal);
        Assert.Single(Server.Connections);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(403)]
    public async Task A_connection_that_is_refused_is_tried_again(int status)
    {
        Server.Gateway.RefuseNext(status, times: 2, retryAfter: 1);

        await StartReadyBotAsync();

        await AskAsync();
        Assert.Equal(1, Server.Identifies);
        Assert.Equal(2, Log.Of(Kind.Logged(DiscordEvents.ConnectionLost, "Shard 0")).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Compressed_messages_may_come_in_pieces(int bytes)
    {
        await ServeAsync(Options with { FrameBytes = bytes });
        await StartReadyBotAsync();

        await AskAsync();

        var long_ = await Channel.CheckMessage(Ann, CheckMessage, string.Concat(Enumerable.Range(0, 400).Select(i => $"{i * 7919} "))).ResponseAsync(Deadline);
        Assert.Equal(4, long_.Type);
        Assert.Single(Server.Connections);
    }

    [Fact]
    public async Task Events_out_of_order_or_repeated_are_answered_once_each()
    {
        await StartReadyBotAsync();
        Server.Gateway.SwapNext();
        var first = Channel.Run(Ann, "about");
        var second = Channel.Run(Bob, "help");
        await first.MessageAsync(Deadline);
        await second.MessageAsync(Deadline);

        Server.Gateway.RepeatLast();
        Server.Gateway.RepeatLast();
        await AskAsync();

        Assert.Equal([204, 204, 204], (await Server.Calls.WaitForAsync(Callback, 3, Deadline)).Select(c => c.Status));
        Server.Gateway.RequestHeartbeat();
        await Server.WaitForConnectionsAsync(all => all[0].Heartbeats.Any(h => h.Sequence == 4), Deadline);
    }

    [Fact]
    public async Task A_bot_that_is_stopped_ends_its_session_and_finishes_what_it_has_taken()
    {
        var bot = await StartReadyBotAsync();
        await AskAsync();
        var gate = new TaskCompletionSource();
        Server.Faults.Next(Callback, Fault.Slow(gate.Task) with { Executes = false });
        var interactions = (Interaction[])[Channel.Run(Ann, "about"), Channel.Run(Bob, "about")];
        await Task.WhenAny(interactions.Select(i => i.MessageAsync(Deadline)));

        var stopped = bot.StopAsync(Deadline);
        await Server.WaitForConnectionsAsync(all => !all[0].IsOpen, Deadline);
        Assert.False(stopped.IsCompleted);
        gate.SetResult();
        await stopped;

        Assert.All(interactions, interaction => Assert.NotNull(interaction.Message));
        Assert.Equal((ClosedBy.Bot, 1000), (Server.Connections[0].ClosedBy, Server.Connections[0].CloseCode));
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.Disconnected), Deadline);
    }

    [Fact]
    public async Task A_bot_can_be_stopped_while_it_cannot_connect()
    {
        var bot = await StartReadyBotAsync();
        Server.Gateway.RefuseNext(503, times: 1000);
        Server.Gateway.Cut();
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ConnectionLost, "Shard 0"), Deadline);

        await bot.StopAsync(Deadline);

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.Disconnected), Deadline);
    }

    [Fact]
    public async Task The_bot_comes_up_when_Discord_does()
    {
        var (port, options) = (FreePort.Take(), Options);
        await Server.DisposeAsync();
        StartBot(options: new DiscordOptions { Token = Token, ApiUrl = $"http://127.0.0.1:{port}/api/v10" });
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.RequestFailed, "GET gateway/bot", "failure 1"), Deadline);

        Server = await DiscordServer.StartAsync(options with { Port = port }, Deadline);

        await Server.WaitForReadyAsync(1, Deadline);
        await Server.WaitForCommandsAsync(Deadline);
        await AskAsync();
    }

    [Fact]
    public async Task Faults_of_Discord_at_the_start_are_waited_out()
    {
        Fault[] faults = [Fault.Page(502), Fault.Cut(), Fault.CutInAnswer(), Fault.Garbage(), Fault.TruncatedJson(), Fault.Page(403)];
        foreach (var fault in faults)
        {
            Server.Faults.Next("GET gateway/bot", fault);
        }

        await StartReadyBotAsync(time: new AcceleratedTime(20));

        await AskAsync();
        Assert.Equal(7, (await Server.Calls.WaitForAsync("GET gateway/bot", 7, Deadline)).Count);
    }
}

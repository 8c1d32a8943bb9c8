using Bot.Discord;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

public class GatewayTests : DiscordTest
{
    private const string Query = "?v=10&encoding=json&compress=zlib-stream";

    [Fact]
    public async Task A_session_begins_once_without_intents_and_with_its_shard()
    {
        await StartReadyBotAsync();
        await AskAsync();

        var connection = Assert.Single(Server.Connections);
        Assert.Equal(("/gateway", Query), (connection.Path, connection.Query));
        Assert.Equal(1, Server.Identifies);
        var identify = connection.Identify!;
        Assert.Equal(["token", "intents", "properties", "shard"], identify.Select(p => p.Key));
        Assert.Equal(Token, identify["token"]!.GetValue<string>());
        Assert.Equal(0, identify["intents"]!.GetValue<int>());
        Assert.Equal("[0,1]", identify["shard"]!.ToJsonString());
        Assert.Equal(["os", "browser", "device"], identify["properties"]!.AsObject().Select(p => p.Key));
        Assert.Single(connection.Received, p => p["op"]!.GetValue<int>() == 2);
    }

    [Fact]
    public async Task The_first_heartbeat_comes_at_a_random_time_within_the_interval_and_each_tells_the_last_event()
    {
        var time = new WatchedTime();
        var interval = TimeSpan.FromHours(1);
        await ServeAsync(Options with { Time = time, HeartbeatInterval = interval });
        await StartReadyBotAsync(time: time);
        var opened = Server.Connections[0].OpenedAt;

        // The others are those of opening, of Hello, of sending, and of the stand-in.
        var first = Assert.Single(time.Begun.Except([TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(20), interval * 1.25]));
        Assert.InRange(first, TimeSpan.Zero, interval);
        time.Advance(first);
        await Server.WaitForHeartbeatsAsync(1, Patience);
        await time.WaitForAsync(interval, Patience);

        // What answers a heartbeat comes before the next interaction.
        await AskAsync();
        time.Advance(interval);
        await Server.WaitForHeartbeatsAsync(2, Patience);
        await time.WaitForAsync(interval, Patience, times: 2);
        await AskAsync();
        time.Advance(interval);
        await Server.WaitForHeartbeatsAsync(3, Patience);

        Assert.Equal(
            [(first, 1), (first + interval, 2), (first + (2 * interval), 3)],
            Server.Connections[0].Heartbeats.Select(h => (h.At - opened, (int)h.Sequence!)));
        Assert.Single(Server.Connections);
    }

    [Fact]
    public async Task A_heartbeat_that_is_asked_for_is_sent_at_once()
    {
        await StartReadyBotAsync();
        await AskAsync();
        var before = Server.Connections[0].Heartbeats.Count;

        Server.Gateway.RequestHeartbeat();

        await Server.WaitForHeartbeatsAsync(before + 1, Patience);
        Assert.Equal(2, Server.Connections[0].Heartbeats[^1].Sequence);
    }

    [Fact]
    public async Task Heartbeats_that_are_asked_for_without_end_do_not_exceed_what_a_connection_may_send()
    {
        await StartReadyBotAsync();

        for (var i = 0; i < 200; i++)
            Server.Gateway.RequestHeartbeat();
        await AskAsync();

        Assert.True(Assert.Single(Server.Connections).IsOpen);
        Assert.InRange(Server.Connections[0].Heartbeats.Count, 90, 110);
    }

    [Theory]
    [InlineData(4004, "Set Discord:Token (Discord__Token in the environment) to the token that the developer portal gives under Bot, Reset Token, and start again.")]
    [InlineData(4010, "Leave Discord:Shards out, so that Discord's own recommendation is used, and start again.")]
    [InlineData(4011, "Leave Discord:Shards out, so that Discord's own recommendation is used, or raise it, and start again.")]
    [InlineData(4012, "Install a newer version of the bot.")]
    [InlineData(4013, "Install a newer version of the bot.")]
    [InlineData(4014, "Install a newer version of the bot.")]
    public async Task A_code_after_which_nothing_helps_ends_the_adapter_with_a_line_that_says_what_to_do(int code, string remedy)
    {
        FaultsAreExpected = true;
        var bot = await StartReadyBotAsync();

        Server.Gateway.Close(code);

        await bot.Ended.WaitAsync(Patience);
        var fault = Assert.Single(Log.Faults);
        Assert.StartsWith($"Critical: Discord closed shard 0 for good ({code}). ", fault, StringComparison.Ordinal);
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
        Assert.Equal(2, Log.Lines.Count(l => l.Contains("Shard 0 has lost its connection to Discord: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_connection_that_does_not_greet_is_given_up()
    {
        Server.Gateway.WithholdHello = true;
        StartBot(time: new HurriedTime(20));

        await Server.WaitForConnectionsAsync(all => all is [{ IsOpen: false }, ..], Patience);
        Server.Gateway.WithholdHello = false;

        await Server.WaitForReadyAsync(1, Patience);
        await Server.WaitForCommandsAsync(Patience);
        await AskAsync();
        Assert.Equal(ClosedBy.Bot, Server.Connections[0].ClosedBy);
        Assert.Empty(Server.Connections[0].Received);
    }

    [Fact]
    public async Task What_the_bot_does_not_know_or_cannot_read_is_passed_over()
    {
        await StartReadyBotAsync();

        Server.Gateway.SendUnknownOpcode();
        Server.Gateway.SendUnknownEvent();
        Server.Gateway.SendGarbage();
        string[] raw =
        [
            "", "null", "[]", "{}", "\"op\"", "{\"op\":\"0\"}", "{\"op\":0}", "{\"op\":1e99}", "{\"op\":0,\"t\":null,\"s\":null,\"d\":null}",
            "{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"s\":1,\"d\":null}", "{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"s\":1,\"d\":{\"id\":\"x\"}}",
            "{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"s\":1,\"d\":{}}", "{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"s\":1,\"d\":[{}]}", "{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"s\":\"1\"}",
            "{\"op\":0,\"d\":{\"a\":1", "{\"op\":11,\"d\":null}{",
        ];
        foreach (var payload in raw)
            Server.Gateway.SendRaw(payload);

        await AskAsync();
        Assert.True(Assert.Single(Server.Connections).IsOpen);
        Assert.Single(await Server.Calls.WaitForAsync(Callback, 1, Patience));
        await Log.WaitForAsync("Shard 0 passes over what it cannot read: ", Patience);
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(7, true)]
    [InlineData(1, false)]
    public async Task Compressed_messages_may_come_in_pieces(int bytes, bool areMessages)
    {
        await ServeAsync(Options with { FrameBytes = bytes, FramesAreMessages = areMessages });
        await StartReadyBotAsync();

        await AskAsync();

        var long_ = await Channel.CheckMessage(Ann, CheckMessage, string.Concat(Enumerable.Range(0, 400).Select(i => $"{i * 7919} "))).ResponseAsync(Patience);
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
        await first.MessageAsync(Patience);
        await second.MessageAsync(Patience);

        Server.Gateway.RepeatLast();
        Server.Gateway.RepeatLast();
        await AskAsync();

        Assert.Equal([204, 204, 204], (await Server.Calls.WaitForAsync(Callback, 3, Patience)).Select(c => c.Status));
        Server.Gateway.RequestHeartbeat();
        await Server.WaitForConnectionsAsync(all => all[0].Heartbeats.Any(h => h.Sequence == 4), Patience);
    }

    [Fact]
    public async Task A_bot_that_is_stopped_ends_its_session_and_finishes_what_it_has_taken()
    {
        var bot = await StartReadyBotAsync();
        var gate = new TaskCompletionSource();
        Server.Faults.Next(Callback, Fault.Slow(gate.Task) with { Executes = false });
        var interactions = (Interaction[])[Channel.Run(Ann, "about"), Channel.Run(Bob, "about")];
        await Task.WhenAny(interactions.Select(i => i.MessageAsync(Patience)));

        var stopped = bot.StopAsync(Patience);
        await Server.WaitForConnectionsAsync(all => !all[0].IsOpen, Patience);
        Assert.False(stopped.IsCompleted);
        gate.SetResult();
        await stopped;

        Assert.All(interactions, interaction => Assert.NotNull(interaction.Message));
        Assert.Equal((ClosedBy.Bot, 1000), (Server.Connections[0].ClosedBy, Server.Connections[0].CloseCode));
        await Log.WaitForAsync("Gone from Discord.", Patience);
    }

    [Fact]
    public async Task A_bot_can_be_stopped_while_it_cannot_connect()
    {
        var bot = await StartReadyBotAsync();
        Server.Gateway.RefuseNext(503, times: 1000);
        Server.Gateway.Cut();
        await Log.WaitForAsync("Shard 0 has lost its connection to Discord: ", Patience);

        await bot.StopAsync(Patience);

        await Log.WaitForAsync("Gone from Discord.", Patience);
    }

    [Fact]
    public async Task The_bot_comes_up_when_Discord_does()
    {
        var (port, options) = (FreePort.Take(), Options);
        await Server.DisposeAsync();
        StartBot(options: new DiscordOptions { Token = Token, ApiUrl = $"http://127.0.0.1:{port}/api/v10" });
        await Log.WaitForAsync("GET gateway/bot did not reach Discord (failure 1)", Patience);

        Server = await DiscordServer.StartAsync(options with { Port = port }, Patience);

        await Server.WaitForReadyAsync(1, Patience);
        await Server.WaitForCommandsAsync(Patience);
        await AskAsync();
    }

    [Fact]
    public async Task Faults_of_Discord_at_the_start_are_waited_out()
    {
        Fault[] faults = [Fault.Page(502), Fault.Cut(), Fault.CutInAnswer(), Fault.Garbage(), Fault.TruncatedJson(), Fault.Page(403)];
        foreach (var fault in faults)
            Server.Faults.Next("GET gateway/bot", fault);

        await StartReadyBotAsync(time: new HurriedTime(20));

        await AskAsync();
        Assert.Equal(7, Server.Calls.Of("GET gateway/bot").Count);
    }
}

using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>How our own client keeps a connection, which Discord.Net does otherwise.</summary>
public sealed class OwnGatewayTests : DiscordTest
{
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
        var time = new ObservedTime();
        var interval = TimeSpan.FromHours(1);
        await ServeAsync(Options with { Time = time, HeartbeatInterval = interval });
        await StartReadyBotAsync(time: time);
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ShardReady), Deadline);
        var opened = Server.Connections[0].OpenedAt;

        // The others are those of opening, of Hello, of sending, of READY, of the registration, and of the stand-in.
        var first = Assert.Single(time.Begun.Except([TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10), interval * 1.25]));
        Assert.InRange(first, TimeSpan.Zero, interval);
        time.Advance(first);
        await Server.WaitForHeartbeatsAsync(1, Deadline);
        await time.WaitForAsync(interval, Deadline);

        // What answers a heartbeat comes before the next interaction.
        await AskAsync();
        time.Advance(interval);
        await Server.WaitForHeartbeatsAsync(2, Deadline);
        await time.WaitForAsync(interval, Deadline, times: 2);
        await AskAsync();
        time.Advance(interval);
        await Server.WaitForHeartbeatsAsync(3, Deadline);

        Assert.Equal(
            [(first, 1), (first + interval, 2), (first + (2 * interval), 3)],
            Server.Connections[0].Heartbeats.Select(h => (h.At - opened, (int)h.Sequence!)));
        Assert.Single(Server.Connections);
    }

    [Fact]
    public async Task Heartbeats_that_are_asked_for_without_end_do_not_exceed_what_a_connection_may_send()
    {
        await StartReadyBotAsync();

        for (var i = 0; i < 200; i++)
        {
            Server.Gateway.RequestHeartbeat();
        }

        await Server.WaitForHeartbeatsAsync(90, Deadline);
        await AskAsync();

        Assert.True(Assert.Single(Server.Connections).IsOpen);
        Assert.InRange(Server.Connections[0].Heartbeats.Count, 90, 110);
    }

    [Fact]
    public async Task A_connection_that_does_not_greet_is_given_up()
    {
        Server.Gateway.WithholdHello = true;
        StartBot(time: new AcceleratedTime(20));

        await Server.WaitForConnectionsAsync(all => all is [{ IsOpen: false }, ..], Deadline);
        Server.Gateway.WithholdHello = false;

        await Server.WaitForReadyAsync(1, Deadline);
        await Server.WaitForCommandsAsync(Deadline);
        await AskAsync();
        Assert.Equal(ClosedBy.Bot, Server.Connections[0].ClosedBy);
        Assert.Empty(Server.Connections[0].Received);
    }

    [Fact]
    public async Task What_the_bot_does_not_know_or_cannot_read_is_skipped()
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
        {
            Server.Gateway.SendRaw(payload);
        }

        await AskAsync();
        Assert.True(Assert.Single(Server.Connections).IsOpen);
        Assert.Single(await Server.Calls.WaitForAsync(Callback, 1, Deadline));
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.PayloadSkipped, "Shard 0"), Deadline);
    }

    [Fact]
    public async Task Compressed_messages_may_come_in_several_messages()
    {
        await ServeAsync(Options with { FrameBytes = 7, FramesAreMessages = true });
        await StartReadyBotAsync();

        await AskAsync();

        Assert.Single(Server.Connections);
    }
}

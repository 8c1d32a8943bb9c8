using System.Net;
using System.Net.Sockets;
using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>A gateway that falls silent at any step of a connection is left in time, and health says what it waits for.</summary>
public sealed class SilentGatewayTests : ControlledTest
{
    private static readonly TimeSpan s_connect = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_hello = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_ready = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task An_Identify_without_READY_is_given_up_after_30_seconds_and_the_commands_are_registered_meanwhile()
    {
        Server.Gateway.WithholdReady = true;
        Start();
        await Time.WaitForAsync(s_ready, Deadline);
        await Server.WaitForCommandsAsync(Deadline);
        Assert.Equal((false, "0 of 1 shard(s) ready. Shard 0 waits for READY."), (Health.State.IsWorking, Detail));

        Time.Advance(s_ready);

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ReadyTimedOut, "Shard 0", "READY", "30 s"), Deadline);
        await ClosedAsync(1);
        Server.Gateway.WithholdReady = false;
        PassIdentifyPause();
        await ConnectingAsync(2);
        await Server.WaitForReadyAsync(1, Deadline);
        await AskAsync();
        Assert.Equal((2, 2), (Server.Identifies, Server.Connections.Count));
        Assert.True(Health.State.IsWorking);
        Assert.Equal([DiscordEvents.ReadyTimedOut], Warnings());
    }

    [Fact]
    public async Task Four_Resumes_without_RESUMED_are_followed_by_a_new_session()
    {
        Start();
        await WaitUntilReadyAsync();
        await AskAsync();
        Server.Gateway.WithholdResumed = true;
        Server.Gateway.Cut();
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ConnectionLost, "Shard 0"), Deadline);
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            await ConnectingAsync(attempt + 1);
            await Time.WaitForAsync(s_ready, Deadline, times: attempt + 1);
            Assert.Equal("0 of 1 shard(s) ready. Shard 0 waits for RESUMED.", Detail);
            Time.Advance(s_ready);
            await ClosedAsync(attempt + 1);
        }

        PassIdentifyPause();
        await ConnectingAsync(6);

        await Server.WaitForIdentifiesAsync(2, Deadline);
        await Server.WaitForReadyAsync(1, Deadline);
        await AskAsync();
        Assert.Equal((2, 0, 6), (Server.Identifies, Server.Resumes, Server.Connections.Count));
        Assert.All(Server.Connections.Skip(1).Take(4), c => Assert.NotNull(c.Resume));
        int[] perTry = [DiscordEvents.ReadyTimedOut, DiscordEvents.ReadyTimedOut, DiscordEvents.ReadyTimedOut, DiscordEvents.ReadyTimedOut, DiscordEvents.ResumeAbandoned];
        Assert.Equal([DiscordEvents.ConnectionLost, .. perTry], Warnings());
    }

    [Fact]
    public async Task Identifies_in_vain_come_ever_more_rarely_and_then_once_in_five_minutes_at_most()
    {
        Server.Gateway.WithholdReady = true;
        Start();
        for (var attempt = 1; attempt <= 14; attempt++)
        {
            await Time.WaitForAsync(s_ready, Deadline, times: attempt);
            Time.Advance(s_ready);
            await ClosedAsync(attempt);
            PassIdentifyPause();
            await ConnectingAsync(attempt + 1);
        }

        // Half of each wait is random: after ten failures the whole is more than five minutes and is cut.
        var waits = Time.Begun.Where(w => w >= TimeSpan.FromMinutes(2.5)).ToList();
        Assert.InRange(waits.Count, 4, 6);
        Assert.All(waits, w => Assert.InRange(w, TimeSpan.FromMinutes(2.5), TimeSpan.FromMinutes(5)));
    }

    [Theory]
    [InlineData("""{"op":0,"t":"READY","s":1,"d":{}}""")]
    [InlineData("""{"op":0,"t":"READY","s":1,"d":null}""")]
    [InlineData("""{"op":0,"t":"READY","s":1,"d":{"session_id":null}}""")]
    [InlineData("""{"op":0,"t":"READY","s":1,"d":{"session_id":7}}""")]
    public async Task A_READY_that_cannot_be_read_is_given_up_at_once(string ready)
    {
        Server.Gateway.WithholdReady = true;
        Start();
        await Server.WaitForIdentifiesAsync(1, Deadline);

        Server.Gateway.SendRaw(ready);

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ConnectionLost, "Shard 0", "READY"), Deadline);
        await ClosedAsync(1);
        Server.Gateway.WithholdReady = false;
        PassIdentifyPause();
        await ConnectingAsync(2);
        await Server.WaitForReadyAsync(1, Deadline);
        await Server.WaitForCommandsAsync(Deadline);
        await AskAsync();
        Assert.Equal([DiscordEvents.ConnectionLost], Warnings());
    }

    [Fact]
    public async Task A_connection_without_Hello_is_given_up_after_20_seconds()
    {
        Server.Gateway.WithholdHello = true;
        Start();
        await Time.WaitForAsync(s_hello, Deadline);
        Assert.Equal("0 of 1 shard(s) ready. Shard 0 waits for Hello.", Detail);

        Time.Advance(s_hello);

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ConnectionLost, "Shard 0", "no Hello within 20 s"), Deadline);
        Server.Gateway.WithholdHello = false;
        await ConnectingAsync(2);
        await Server.WaitForReadyAsync(1, Deadline);
    }

    [Fact]
    public async Task A_heartbeat_without_acknowledgement_ends_the_connection_when_the_next_is_due()
    {
        Start();
        await WaitUntilReadyAsync();
        await AskAsync();
        Server.Gateway.WithholdAcks = true;
        Time.Advance(TimeSpan.FromSeconds(41.25));
        await Server.WaitForHeartbeatsAsync(1, Deadline);
        await Time.WaitForAsync(TimeSpan.FromSeconds(41.25), Deadline);

        Time.Advance(TimeSpan.FromSeconds(41.25));

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.HeartbeatUnacknowledged, "Shard 0"), Deadline);
        await ClosedAsync(1);
        Server.Gateway.WithholdAcks = false;
        await ConnectingAsync(2);
        await ResumedAsync();
        Assert.Equal([DiscordEvents.HeartbeatUnacknowledged], Warnings());
    }

    [Fact]
    public async Task An_address_that_takes_connections_and_says_nothing_is_given_up_after_15_seconds()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        Start(new DiscordOptions { Token = Token, ApiUrl = Server.ApiUrl, GatewayUrl = $"ws://127.0.0.1:{((IPEndPoint)mute.LocalEndpoint).Port}" });
        using var first = await mute.AcceptTcpClientAsync(Deadline);
        await Time.WaitForAsync(s_connect, Deadline);
        Assert.Equal("0 of 1 shard(s) ready. Shard 0 waits for a connection.", Detail);

        Time.Advance(s_connect);

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ConnectionLost, "Shard 0", "within 15 s"), Deadline);
        await ConnectingAsync(2);
        using var second = await mute.AcceptTcpClientAsync(Deadline);
    }

    [Fact]
    public async Task While_no_session_may_begin_no_connection_is_held_open()
    {
        await ServeAsync(Options with { SessionStarts = 1, SessionStartsUsed = 1 });
        ExpectsErrors = true;
        Start();

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.SessionStartLimitReached), Deadline);
        await Server.WaitForCommandsAsync(Deadline);

        Assert.Empty(Server.Connections);
        Assert.Equal("0 of 1 shard(s) ready. Shard 0 waits for its turn to start a session.", Detail);
    }
}

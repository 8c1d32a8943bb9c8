using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

public sealed class GatewayFaultTests : ServerTest
{
    private void Say(string data) => Server.SendRaw(new() { ["type"] = 2, ["data"] = data });

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(400)]
    public async Task A_connection_may_be_refused(int status)
    {
        Server.Gateway.RefuseNext(status, times: 2, retryAfter: 3);

        Assert.Equal(status, await RawGateway.RefusedAsync(Server.GatewayUrl + "?v=10&encoding=json", Deadline));
        Assert.Equal(status, await RawGateway.RefusedAsync(Server.ResumeUrl + "?v=10&encoding=json", Deadline));
        await GreetedAsync();
    }

    [Fact]
    public async Task Acknowledgements_may_be_withheld()
    {
        Server.Gateway.WithholdAcks = true;
        var (gateway, _) = await ReadyAsync();
        await gateway.HeartbeatAsync(1);
        await Server.WaitForHeartbeatsAsync(1, Deadline);
        Say("0");

        Assert.Equal("0", (string?)(await gateway.NextAsync())["d"]!["data"]);
    }

    [Fact]
    public async Task A_greeting_may_be_withheld()
    {
        Server.Gateway.WithholdHello = true;
        var gateway = await ConnectAsync();
        await Server.WaitForConnectionsAsync(1, Deadline);
        Server.Gateway.Reconnect();

        Assert.Equal(7, (int)(await gateway.NextAsync())["op"]!);
    }

    [Fact]
    public async Task Ready_may_be_withheld()
    {
        Server.Gateway.WithholdReady = true;
        var gateway = await GreetedAsync();
        await gateway.IdentifyAsync();
        await gateway.HeartbeatAsync(null);

        Assert.Equal(11, (int)(await gateway.NextAsync())["op"]!);
        Assert.Equal(1, Server.Identifies);
    }

    [Fact]
    public async Task Ready_may_wait_for_the_test()
    {
        var until = new TaskCompletionSource();
        Server.Gateway.DelayReady(until.Task);
        var gateway = await GreetedAsync();
        await gateway.IdentifyAsync();
        await gateway.HeartbeatAsync(null);
        Assert.Equal(11, (int)(await gateway.NextAsync())["op"]!);
        until.SetResult();

        Assert.Equal("READY", (string?)(await gateway.NextAsync())["t"]);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 9)]
    public async Task A_session_may_be_called_invalid(bool resumable, int answer)
    {
        var (gateway, ready) = await ReadyAsync();
        Server.Gateway.InvalidateSession(resumable);
        Assert.Equal($$"""{"t":null,"s":null,"op":9,"d":{{(resumable ? "true" : "false")}}}""", (await gateway.NextAsync()).ToJsonString());

        var again = await GreetedAsync(url: Server.ResumeUrl);
        await again.ResumeAsync((string)ready["session_id"]!, 1);
        Assert.Equal(answer, (int)(await again.NextAsync())["op"]!);
    }

    [Fact]
    public async Task Sessions_may_be_forgotten()
    {
        var (gateway, ready) = await ReadyAsync();
        Server.Gateway.ForgetSessions();
        Server.Gateway.Close(4000);
        Assert.Equal(4000, await gateway.ClosedAsync());

        var again = await GreetedAsync(url: Server.ResumeUrl);
        await again.ResumeAsync((string)ready["session_id"]!, 1);
        Assert.Equal(9, (int)(await again.NextAsync())["op"]!);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(4000)]
    [InlineData(4014)]
    public async Task One_shard_may_be_closed_with_any_code(int code)
    {
        var (first, _) = await ReadyAsync(0, 2);
        Time.Advance(TimeSpan.FromSeconds(5));
        var (second, _) = await ReadyAsync(1, 2);
        Server.Gateway.Close(code, "because", shard: 1);

        Assert.Equal(code, await second.ClosedAsync());
        Say("0");
        Assert.Equal("0", (string?)(await first.NextAsync())["d"]!["data"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_may_be_cut(bool inFrame)
    {
        var (gateway, _) = await ReadyAsync();
        if (inFrame)
        {
            Server.Gateway.CutInFrame();
        }
        else
        {
            Server.Gateway.Cut();
        }

        await gateway.BrokenAsync();
        var connection = (await Server.WaitForConnectionsAsync(c => !c[0].IsOpen, Deadline))[0];
        Assert.Equal((null, ClosedBy.Server), (connection.CloseCode, connection.ClosedBy));
    }

    [Fact]
    public async Task Events_may_come_twice_and_in_another_order()
    {
        var (gateway, _) = await ReadyAsync();
        Say("0");
        Server.Gateway.RepeatLast();
        Server.Gateway.SwapNext();
        Say("1");
        Say("2");
        Say("3");

        var events = new List<(int, string?)>();
        while (events.Count < 5)
        {
            var next = await gateway.NextAsync();
            events.Add(((int)next["s"]!, (string?)next["d"]!["data"]));
        }

        Assert.Equal([(2, "0"), (2, "0"), (4, "2"), (3, "1"), (5, "3")], events);
    }

    [Fact]
    public async Task What_the_bot_does_not_know_may_come()
    {
        var (gateway, _) = await ReadyAsync();
        Server.Gateway.RequestHeartbeat();
        Server.Gateway.SendUnknownOpcode();
        Server.Gateway.SendUnknownEvent();
        Server.Gateway.SendGarbage();

        Assert.Equal("""{"t":null,"s":null,"op":1,"d":null}""", await gateway.NextTextAsync());
        Assert.Equal("""{"t":null,"s":null,"op":99,"d":{"new":[1,2]}}""", await gateway.NextTextAsync());
        Assert.Equal("""{"t":"LOOPBACK_EVENT_OF_TOMORROW","s":2,"op":0,"d":{"new":[1,2]}}""", await gateway.NextTextAsync());
        Assert.Equal("<html>{]", await gateway.NextTextAsync());
    }
}

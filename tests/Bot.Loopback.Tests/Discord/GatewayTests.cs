using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

public sealed class GatewayTests : ServerTest
{
    private string Token => Server.Options.Token;

    private protected override DiscordServerOptions Options => new() { Time = Time, Shards = 2, MaxConcurrency = 2, PrivilegedIntents = 1 << 15 };

    [Fact]
    public async Task A_connection_is_greeted_with_the_interval()
    {
        var gateway = await ConnectAsync();

        Assert.Equal("""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250,"_trace":[]}}""", (await gateway.NextAsync()).ToJsonString());
    }

    [Fact]
    public async Task A_session_begins_with_ready()
    {
        Server.Guild(2UL << 22, "Even");
        Server.Guild(3UL << 22, "Odd");
        var (_, ready) = await ReadyAsync(shard: 1, shards: 2);

        Assert.Equal(10, (int)ready["v"]!);
        Assert.Equal("1140000000000000042", (string?)ready["user"]!["id"]);
        Assert.Equal("""[{"unavailable":true,"id":"12582912"}]""", ready["guilds"]!.ToJsonString());
        Assert.Equal("[1,2]", ready["shard"]!.ToJsonString());
        Assert.Equal("""{"id":"1140000000000000042","flags":0}""", ready["application"]!.ToJsonString());
        Assert.Equal(Server.ResumeUrl, (string?)ready["resume_gateway_url"]);
        Assert.Equal(32, ((string)ready["session_id"]!).Length);
        await Server.WaitForReadyAsync(1, Deadline);
        Assert.Empty(Server.Problems);
        Assert.Equal(1, Assert.Single(Server.Connections).Shard);
    }

    [Fact]
    public async Task Guilds_are_announced_to_those_who_ask()
    {
        Server.Guild(2UL << 22, "First", "zh-TW");
        var (gateway, _) = await ReadyAsync(intents: 1);
        Server.Guild(4UL << 22, "Second");

        var first = await gateway.NextAsync();
        Assert.Equal(("GUILD_CREATE", "First", 2), ((string?)first["t"], (string?)first["d"]!["name"], (int)first["s"]!));
        Assert.Equal("Second", (string?)(await gateway.NextAsync())["d"]!["name"]);
    }

    [Fact]
    public async Task A_heartbeat_is_acknowledged_before_and_after_ready()
    {
        var gateway = await GreetedAsync();
        await gateway.HeartbeatAsync(null);
        Assert.Equal("""{"t":null,"s":null,"op":11,"d":null}""", (await gateway.NextAsync()).ToJsonString());
        await gateway.IdentifyAsync();
        await gateway.UntilAsync("READY");
        await gateway.HeartbeatAsync(1);

        Assert.Equal(11, (int)(await gateway.NextAsync())["op"]!);
        await Server.WaitForHeartbeatsAsync(2, Deadline);
        Assert.Equal([null, 1], Server.Connections[0].Heartbeats.Select(h => h.Sequence));
        Assert.Empty(Server.Problems);
    }

    [Theory]
    [InlineData("{", 4002)]
    [InlineData("[]", 4002)]
    [InlineData("""{"d":1}""", 4002)]
    [InlineData("""{"op":"1"}""", 4002)]
    [InlineData("""{"op":1,"d":"7"}""", 4002)]
    [InlineData("""{"op":0,"d":{}}""", 4001)]
    [InlineData("""{"op":5,"d":{}}""", 4001)]
    [InlineData("""{"op":11}""", 4001)]
    [InlineData("""{"op":3,"d":{}}""", 4003)]
    [InlineData("""{"op":8,"d":{}}""", 4003)]
    [InlineData("""{"op":2}""", 4002)]
    [InlineData("""{"op":2,"d":{"token":"T","intents":0}}""", 4002)]
    [InlineData("""{"op":2,"d":{"intents":0,"properties":{}}}""", 4002)]
    [InlineData("""{"op":2,"d":{"token":"other","intents":0,"properties":{}}}""", 4004)]
    [InlineData("""{"op":2,"d":{"token":"T","intents":0,"properties":{},"shard":[2,2]}}""", 4010)]
    [InlineData("""{"op":2,"d":{"token":"T","intents":0,"properties":{},"shard":[-1,2]}}""", 4010)]
    [InlineData("""{"op":2,"d":{"token":"T","intents":0,"properties":{},"shard":0}}""", 4010)]
    [InlineData("""{"op":2,"d":{"token":"T","properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"T","intents":131072,"properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"T","intents":2,"properties":{}}}""", 4014)]
    [InlineData("""{"op":6,"d":{"token":"T","session_id":"x"}}""", 4002)]
    [InlineData("""{"op":6,"d":{"token":"other","session_id":"x","seq":1}}""", 4004)]
    public async Task What_is_wrong_is_closed_with_its_code(string payload, int code)
    {
        var gateway = await GreetedAsync();
        await gateway.SendAsync(payload.Replace("\"T\"", $"\"{Token}\"", StringComparison.Ordinal));

        Assert.Equal(code, await gateway.ClosedAsync());
        var connection = Assert.Single(Server.Connections);
        Assert.Equal((code, ClosedBy.Server), (connection.CloseCode, connection.ClosedBy));
    }

    [Theory]
    [InlineData(32768)]
    [InlineData(53575677 & ~0x8102)]
    public async Task Known_intents_are_taken_and_privileged_ones_that_are_enabled(int intents) => await ReadyAsync(intents: intents);

    [Fact]
    public async Task A_payload_has_4096_bytes_at_most()
    {
        var gateway = await GreetedAsync();
        await gateway.SendAsync("""{"op":1,"d":null}""".PadRight(4096));
        Assert.Equal(11, (int)(await gateway.NextAsync())["op"]!);
        await gateway.SendAsync("""{"op":1,"d":null}""".PadRight(4097));

        Assert.Equal(4002, await gateway.ClosedAsync());
    }

    [Fact]
    public async Task A_connection_sends_120_payloads_a_minute_at_most()
    {
        var gateway = await GreetedAsync();
        for (var i = 0; i < 120; i++)
        {
            await gateway.HeartbeatAsync(null);
        }

        await Server.WaitForHeartbeatsAsync(120, Deadline);
        Time.Advance(TimeSpan.FromSeconds(40));
        Assert.True(Server.Connections[0].IsOpen);
        await gateway.HeartbeatAsync(null);

        Assert.Equal(4008, await gateway.ClosedAsync());
    }

    [Fact]
    public async Task One_may_identify_only_once()
    {
        var (gateway, _) = await ReadyAsync();
        await gateway.IdentifyAsync();

        Assert.Equal(4005, await gateway.ClosedAsync());
    }

    [Theory]
    [InlineData("", 4012)]
    [InlineData("?v=9&encoding=json", 4012)]
    [InlineData("?v=10", 4002)]
    [InlineData("?v=10&encoding=etf", 4002)]
    [InlineData("?v=10&encoding=json&compress=zstd-stream", 4000)]
    public async Task Other_versions_encodings_and_compressions_are_closed(string query, int code)
    {
        var gateway = await ConnectAsync(query);

        Assert.Equal(code, await gateway.ClosedAsync());
        Assert.StartsWith("connection 1: the ", Assert.Single(Server.Problems));
    }

    [Fact]
    public async Task Shards_of_one_key_identify_5_seconds_apart()
    {
        await ReadyAsync(0, 4);
        await ReadyAsync(1, 4);
        var gateway = await GreetedAsync();
        await gateway.IdentifyAsync(2, 4);
        Assert.Equal("""{"t":null,"s":null,"op":9,"d":false}""", (await gateway.NextAsync()).ToJsonString());
        Assert.Equal("connection 3: shard 2 identified too early after another of its key", Assert.Single(Server.Problems));
        Time.Advance(TimeSpan.FromSeconds(5));
        await gateway.IdentifyAsync(2, 4);

        Assert.Equal("READY", (string?)(await gateway.NextAsync())["t"]);
        Assert.Equal(996, Server.SessionStartsRemaining);
        Assert.Equal(4, Server.Identifies);
    }

    [Fact]
    public async Task Properties_and_other_members_that_are_invalid_are_problems()
    {
        var gateway = await GreetedAsync();
        await gateway.SendAsync($$$"""{"op":2,"d":{"token":"{{{Token}}}","intents":0,"properties":{"os":"linux","$browser":"x"},"large_threshold":1}}""");
        await gateway.UntilAsync("READY");

        Assert.Equal(
            [
                "connection 1: Identify names $browser, which is deprecated",
                "connection 1: Identify names no device",
                "connection 1: large_threshold of Identify is not between 50 and 250",
            ],
            Server.Problems);
    }

    [Fact]
    public async Task An_event_goes_to_the_shard_of_its_guild_and_others_to_the_first()
    {
        var (first, _) = await ReadyAsync(0, 2);
        var (second, _) = await ReadyAsync(1, 2);
        Server.SendRaw(new() { ["type"] = 2, ["guild_id"] = (7UL << 22).ToString(System.Globalization.CultureInfo.InvariantCulture), ["data"] = "guild" });
        Server.SendRaw(new() { ["type"] = 2, ["data"] = "none" });

        Assert.Equal("none", (string?)(await first.NextAsync())["d"]!["data"]);
        Assert.Equal("guild", (string?)(await second.NextAsync())["d"]!["data"]);
    }

    [Fact]
    public async Task The_code_of_a_bot_that_closes_and_is_gone_at_once_is_reported()
    {
        for (var i = 0; i < 100; i++)
        {
            var gateway = await GreetedAsync();
            await gateway.HangUpAsync(4000);
        }

        var all = await Server.WaitForConnectionsAsync(all => all.Count == 100 && all.All(c => !c.IsOpen), Deadline);
        Assert.All(all, c => Assert.Equal((ClosedBy.Bot, 4000), (c.ClosedBy, c.CloseCode)));
    }
}

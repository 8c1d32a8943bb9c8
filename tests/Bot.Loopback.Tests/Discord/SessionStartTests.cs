using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

public sealed class SessionStartTests : ServerTest
{
    private protected override DiscordServerOptions Options => new() { Time = Time, SessionStarts = 2, Shards = 2, ShardingRequired = true, ShardMultiple = 2 };

    [Fact]
    public async Task Too_many_sessions_reset_the_token()
    {
        var (gateway, _) = await ReadyAsync(0, 2);
        Time.Advance(TimeSpan.FromSeconds(5));
        await ReadyAsync(1, 2);
        Time.Advance(TimeSpan.FromSeconds(5));
        var third = await GreetedAsync();
        await third.IdentifyAsync(0, 2);

        Assert.Equal(4004, await third.ClosedAsync());
        Assert.Equal(4004, await gateway.ClosedAsync());
        Assert.Equal(["more sessions were started than a day allows, so the token was reset"], Server.Problems);
        Assert.StartsWith("401", await Bot.TextAsync("GET", "users/@me"));
    }

    [Fact]
    public async Task Starts_come_back_after_a_day()
    {
        await ReadyAsync(0, 2);
        Assert.Equal(1, Server.SessionStartsRemaining);
        Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(2, Server.SessionStartsRemaining);
    }

    [Theory]
    [InlineData(1, 4010)]
    [InlineData(3, 4010)]
    public async Task The_number_of_shards_is_a_multiple_of_what_was_told(int shards, int code)
    {
        var gateway = await GreetedAsync();
        await gateway.IdentifyAsync(0, shards);

        Assert.Equal(code, await gateway.ClosedAsync());
    }

    [Fact]
    public async Task Sharding_may_be_required()
    {
        await using var server = await DiscordServer.StartAsync(new() { Time = Time, Shards = 2, ShardingRequired = true }, Deadline);
        using var gateway = await RawGateway.ConnectAsync(new(server.Options.Token, server.GatewayUrl + "?v=10&encoding=json"), Deadline);
        await gateway.NextAsync();
        await gateway.IdentifyAsync(0, 1);

        Assert.Equal(4011, await gateway.ClosedAsync());
    }
}

using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

public sealed class CompressionTests : ServerTest
{
    private protected override DiscordServerOptions Options => new() { Time = Time };

    private static async Task<RawGateway> ReadyAsync(RawGateway gateway)
    {
        await gateway.NextAsync();
        await gateway.IdentifyAsync();
        await gateway.NextAsync();
        await gateway.HeartbeatAsync(1);
        Assert.Equal(11, (int)(await gateway.NextAsync())["op"]!);
        return gateway;
    }

    [Fact]
    public async Task Messages_share_one_zlib_stream()
    {
        var gateway = await ReadyAsync(await ConnectAsync("?v=10&encoding=json&compress=zlib-stream"));

        Assert.Equal((3, 3), (gateway.Messages, gateway.Parts));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_may_come_in_pieces(bool asMessages)
    {
        await using var server = await DiscordServer.StartAsync(new() { Time = Time, FrameBytes = 20, FramesAreMessages = asMessages }, Deadline);
        using var gateway = await RawGateway.ConnectAsync(new(server.Options.Token, server.GatewayUrl + "?v=10&encoding=json&compress=zlib-stream"), Deadline);
        await ReadyAsync(gateway);

        Assert.True(gateway.Parts > 10);
        Assert.Equal(asMessages ? gateway.Parts : 3, gateway.Messages);
    }
}

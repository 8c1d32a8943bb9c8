using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>How our own client begins sessions by the clock that it is given; Discord.Net has the system's.</summary>
public sealed class OwnShardTests : DiscordTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Sessions_begin_no_faster_than_Discord_allows(int concurrency)
    {
        var time = new ObservedTime();
        var pause = TimeSpan.FromSeconds(5.5);
        await ServeAsync(Options with { Time = time, Shards = 4, MaxConcurrency = concurrency, HeartbeatInterval = TimeSpan.FromHours(1) });
        StartBot(time: time);

        for (var begun = concurrency; begun < 4; begun += concurrency)
        {
            await Server.WaitForIdentifiesAsync(begun, Deadline);
            await time.WaitForAsync(pause, Deadline, times: begun);
            Assert.Equal(begun, Server.Identifies);
            time.Advance(pause);
        }

        await Server.WaitForReadyAsync(4, Deadline);
        Assert.Equal(["[0,4]", "[1,4]", "[2,4]", "[3,4]"], Server.Connections.Select(c => c.Identify!["shard"]!.ToJsonString()).Order(StringComparer.Ordinal));
        await Server.WaitForCommandsAsync(Deadline);
        for (ulong shard = 0; shard < 4; shard++)
        {
            await RunAsync(Ann, "about", place: Server.Guild((400 + shard) << 22, $"Server {shard}").Channel(800 + shard));
        }

        Assert.Equal(4, Server.Identifies);
    }
}

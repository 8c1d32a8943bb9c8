using System.Text.Json.Nodes;
using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

public class ShardTests : DiscordTest
{
    [Fact]
    public async Task Shards_that_Discord_does_not_take_end_the_adapter()
    {
        ExpectsErrors = true;
        await ServeAsync(Options with { Shards = 2, MaxConcurrency = 2, ShardingRequired = true });

        await StartBot(options: new DiscordOptions { Token = Token, ApiUrl = Server.ApiUrl, Shards = "1" }).Ended.WaitAsync(Deadline);

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ShardRejected, "shard 0", "4011", "Leave Discord:Shards out to use Discord's recommendation, or raise it, and restart."), Deadline);
    }

    [Fact]
    public async Task Where_no_session_may_begin_on_this_day_the_bot_waits_and_says_so()
    {
        ExpectsErrors = true;
        var time = new ObservedTime();
        await ServeAsync(Options with { Time = time, SessionStarts = 1000, SessionStartsUsed = 1000 });
        StartBot(time: time);

        await time.WaitForAsync(TimeSpan.FromDays(1), Deadline);

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.SessionStartLimitReached, "1.00:00:00"), Deadline);
        Assert.Equal(0, Server.Identifies);
    }

    [Fact]
    public async Task A_new_day_lets_a_session_begin()
    {
        ExpectsErrors = true;
        Server.Faults.Next("GET gateway/bot", Fault.Answers(GatewayBot(remaining: 0, resetAfter: 300)));

        await StartReadyBotAsync();

        await AskAsync();
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.SessionStartLimitReached), Deadline);
    }

    [Theory]
    [InlineData("", new[] { "[0,3]", "[1,3]", "[2,3]" })]
    [InlineData("2", new[] { "[0,2]", "[1,2]" })]
    public async Task There_are_as_many_shards_as_are_set_else_as_many_as_Discord_recommends(string set, string[] shards)
    {
        await ServeAsync(Options with { Shards = 3, MaxConcurrency = 3 });
        StartBot(options: new DiscordOptions { Token = Token, ApiUrl = Server.ApiUrl, Shards = set });

        await Server.WaitForReadyAsync(shards.Length, Deadline);
        await Server.WaitForCommandsAsync(Deadline);

        Assert.Equal(shards, Server.Connections.Select(c => c.Identify!["shard"]!.ToJsonString()).Order(StringComparer.Ordinal));
        Assert.Single(await Server.Calls.WaitForAsync("PUT applications/*/commands", 1, Deadline));
        await AskAsync();
    }

    [Fact]
    public async Task A_gateway_that_is_set_is_used()
    {
        Server.Faults.Next("GET gateway/bot", Fault.Answers(GatewayBot(remaining: 1000, resetAfter: 0)));
        StartBot(options: new DiscordOptions { Token = Token, ApiUrl = Server.ApiUrl, GatewayUrl = Server.GatewayUrl });

        await WaitUntilReadyAsync();

        await AskAsync();
    }

    [Fact]
    public async Task A_flood_over_four_shards_is_answered_in_time()
    {
        await ServeAsync(Options with { Shards = 4, MaxConcurrency = 4, KeepLogs = false });
        StartBot();
        await Server.WaitForReadyAsync(4, Deadline);
        await Server.WaitForCommandsAsync(Deadline);
        var places = Enumerable.Range(0, 4).Select(shard => Server.Guild((ulong)(400 + shard) << 22, $"Server {shard}").Channel((ulong)(800 + shard))).ToList();
        JsonObject[] options = [new() { ["name"] = "Lavrov" }, new() { ["name"] = "Zelensky" }, new() { ["name"] = "Rubio" }, new() { ["name"] = "nobody" }];

        var result = await Server.FloodAsync(Ann, places, "who", options, 5000, 200, Deadline);

        Assert.Equal((5000, 0, 0), (result.Answered, result.Wrong, result.Late));
        TestContext.Current.TestOutputHelper?.WriteLine($"5,000 interactions in {result.Took.TotalSeconds:0.00} s; the slowest took {result.Latencies[^1].TotalMilliseconds:0} ms, the median {result.Latencies[2500].TotalMilliseconds:0} ms.");
    }

    private JsonObject GatewayBot(int remaining, int resetAfter) => new()
    {
        ["url"] = remaining > 0 ? "ws://127.0.0.1:9/nowhere" : Server.GatewayUrl,
        ["shards"] = 1,
        ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = remaining, ["reset_after"] = resetAfter, ["max_concurrency"] = 1 },
    };
}

using System.Text;
using System.Text.Json.Nodes;
using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

public sealed class FloodTests : ServerTest
{
    private protected override DiscordServerOptions Options => new() { KeepLogs = false, MaxConcurrency = 2, Commands = (JsonArray)JsonNode.Parse("""[{"name":"who","description":"Who?","options":[{"type":3,"name":"name","description":"The name"}]}]""")! };

    private async Task AnswerAsync(RawGateway gateway, int count, string body)
    {
        for (var i = 0; i < count; i++)
        {
            var told = (await gateway.NextAsync())["d"]!;
            using var answer = await Bot.Http.PostAsync(new Uri($"interactions/{told["id"]}/{told["token"]}/callback", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), Deadline);
            Assert.Equal(204, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task Many_commands_are_sent_over_the_shards_and_their_answers_counted()
    {
        var (first, _) = await ReadyAsync(0, 2);
        var (second, _) = await ReadyAsync(1, 2);
        DiscordPlace[] places = [Server.Guild(2UL << 22, "Even").Channel(1), Server.Guild(3UL << 22, "Odd").Channel(2)];
        var flood = Server.FloodAsync(Ann, places, "who", [new() { ["name"] = "x" }, new() { ["name"] = "y" }], count: 100, inFlight: 10, Deadline);
        await Task.WhenAll(AnswerAsync(first, 50, """{"type":4,"data":{"content":"Hi"}}"""), AnswerAsync(second, 50, """{"type":5}"""));

        var result = await flood;
        Assert.Equal((50, 50, 0), (result.Answered, result.Wrong, result.Late));
        Assert.Equal(100, result.Latencies.Count);
        Assert.Empty(places[0].Messages);
        Assert.Empty(Server.Calls);
    }
}

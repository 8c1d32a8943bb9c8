using System.Text.Json.Nodes;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>What Discord says about its gateway is not trusted: an answer that makes no sense is a failed attempt.</summary>
public sealed class GatewayAnswerTests : ControlledTest
{
    [Theory]
    [InlineData("url", "not an address", "no gateway address")]
    [InlineData("url", "https://gateway.example", "no gateway address")]
    [InlineData("url", "/gateway", "no gateway address")]
    [InlineData("url", "", "no gateway address")]
    [InlineData("url", null, "no gateway address")]
    [InlineData("url", 7, "")]
    [InlineData("shards", 1_000_000_000, "1000000000 shards")]
    [InlineData("shards", 0, "0 shards")]
    [InlineData("shards", -1, "-1 shards")]
    [InlineData("max_concurrency", 1_000_000_000, "1000000000 sessions")]
    [InlineData("max_concurrency", 0, "0 sessions")]
    [InlineData("max_concurrency", -1, "-1 sessions")]
    [InlineData("reset_after", 9_000_000_000_000_000, "9000000000000000 ms")]
    [InlineData("session_start_limit", null, "no session start limit")]
    public async Task An_answer_that_makes_no_sense_is_a_failed_attempt(string name, object? value, string told)
    {
        var answer = new JsonObject
        {
            ["url"] = Server.GatewayUrl,
            ["shards"] = 1,
            ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = 1000, ["reset_after"] = 0, ["max_concurrency"] = 1 },
        };
        var holder = answer.ContainsKey(name) ? answer : answer["session_start_limit"]!.AsObject();
        Assert.True(holder.ContainsKey(name));
        holder[name] = value is null ? null : JsonValue.Create(value);
        Server.Faults.Next("GET gateway/bot", Fault.Answers(answer));

        Start();
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.RequestFailed, "GET gateway/bot", "failure 1", told), Deadline);
        await ConnectingAsync(1);

        await Server.WaitForReadyAsync(1, Deadline);
        await Server.WaitForCommandsAsync(Deadline);
        await AskAsync();
        Assert.Equal([DiscordEvents.RequestFailed], Warnings());
        Assert.DoesNotContain(Log.Lines, l => l.Contains("   at ", StringComparison.Ordinal));
    }
}

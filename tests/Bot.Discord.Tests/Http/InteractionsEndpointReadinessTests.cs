using Bot.Adapters.Monitoring;
using Bot.Discord.Http;
using Bot.Discord.Wire;

namespace Bot.Discord.Tests.Http;

public sealed class InteractionsEndpointReadinessTests : InteractionsEndpointTest
{
    [Fact]
    public async Task Before_it_is_open_Discord_is_asked_to_retry_later()
    {
        using var body = new UnreadableStream();
        using var closed = new InteractionsEndpoint(Clock, Logger, AdapterTelemetry.None("discord", Clock));

        Assert.Equal(503, (await closed.ReceiveAsync(Sign(PingJson), Now, body, Cancellation)).Status);
        Assert.Equal(503, (await closed.ReceiveAsync(null, null, body, Cancellation)).Status);
    }

    [Fact]
    public async Task A_question_that_comes_before_the_search_is_built_is_answered_after_it_and_a_ping_at_once()
    {
        const string Command = """{"id":"1","type":2,"token":"t","data":{"name":"who","type":1}}""";
        var search = new TaskCompletionSource();
        Endpoint.Open(DiscordKey.PublicKey, Respond, search.Task);

        var asked = ReceiveAsync(Sign(Command), Now, Command);
        Assert.Equal((200, """{"type":1}"""), await ReceiveAsync(Sign(PingJson), Now, PingJson));
        Assert.Equal([InteractionType.Ping], Taken.Select(i => i.Type));
        Assert.False(asked.IsCompleted);
        search.SetResult();

        Assert.Equal((200, """{"type":4,"data":{"content":"who"}}"""), await asked);
    }

    [Fact]
    public async Task When_the_search_takes_longer_to_build_than_Discord_waits_it_shall_come_back_later()
    {
        const string Command = """{"id":"1","type":2,"token":"t","data":{"name":"who","type":1}}""";
        Endpoint.Open(DiscordKey.PublicKey, Respond, new TaskCompletionSource().Task);
        var asked = ReceiveAsync(Sign(Command), Now, Command);

        Clock.Advance(TimeSpan.FromSeconds(2.4));
        Assert.False(asked.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal((503, ""), await asked);
        Assert.Empty(Taken);
    }
}

using System.Text.Json.Nodes;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>What the gateway and the API send is bounded, and what is beyond costs its connection and nothing else.</summary>
public sealed class MessageSizeTests : DiscordTest
{
    private const int TooMuch = 17 << 20;

    [Fact]
    public async Task A_message_that_expands_beyond_the_bound_costs_its_connection_and_the_session_goes_on()
    {
        await StartReadyBotAsync(time: new AcceleratedTime(20));
        await AskAsync();

        Server.Gateway.SendRaw($$"""{"op":0,"t":"X","s":null,"d":"{{new string('x', TooMuch)}}"}""");

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ConnectionLost, "Shard 0", $"more than {16 << 20} bytes"), Deadline);
        await ResumedAsync();
    }

    [Fact]
    public async Task An_answer_of_the_API_beyond_the_bound_is_a_failed_attempt()
    {
        Server.Faults.Next("GET applications/@me", Fault.Answers(new JsonObject { ["id"] = "1", ["verify_key"] = new string('x', 9 << 20) }));

        await StartReadyBotAsync(time: new AcceleratedTime(20));

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.RequestFailed, "GET applications/@me", "failure 1", $"{8 << 20}"), Deadline);
        await AskAsync();
    }

    [Fact]
    public async Task A_payload_behind_another_in_one_message_is_handled_too()
    {
        await StartReadyBotAsync();
        await AskAsync();
        var before = Server.Connections[0].Heartbeats.Count;

        Server.Gateway.SendRaw("""{"op":0,"t":"X","s":null,"d":1}  {"op":1,"d":null}{"op":1,"d":null}""");

        await Server.WaitForHeartbeatsAsync(before + 2, Deadline);
        await AskAsync();
        Assert.Single(Server.Connections);
    }

    [Fact]
    public async Task A_payload_that_is_nested_without_measure_is_skipped_and_the_number_of_its_event_counts()
    {
        await StartReadyBotAsync(time: new AcceleratedTime(20));
        await AskAsync();

        // Both bot and stand-in count it as an event of the session.
        var sequence = Server.Connections[0].LastSequenceSent + 1;
        Server.Gateway.SendEvent("X", new string('[', 100_000) + new string(']', 100_000));
        Server.Gateway.Reconnect();

        await ResumedAsync();
        Assert.Equal(sequence, Server.Connections[1].Resume!["seq"]!.GetValue<long>());
        Assert.Empty(Log.Of(Kind.Logged(DiscordEvents.PayloadSkipped)));
    }
}

using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

public class ResumingTests : DiscordTest
{
    [Fact]
    public async Task A_heartbeat_without_an_answer_ends_the_connection_and_the_session_goes_on_over_another()
    {
        await ServeAsync(Options with { HeartbeatInterval = TimeSpan.FromMilliseconds(300), HeartbeatTolerance = 100 });
        await StartReadyBotAsync();
        Server.Gateway.WithholdAcks = true;

        await Server.WaitForConnectionsAsync(all => !all[0].IsOpen, Deadline);
        Server.Gateway.WithholdAcks = false;

        await Server.WaitForResumesAsync(1, Deadline);
        Assert.Equal((ClosedBy.Bot, 4000), (Server.Connections[0].ClosedBy, Server.Connections[0].CloseCode));
        await AskAsync();
        Assert.Equal(1, Server.Identifies);
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.HeartbeatUnacknowledged, "heartbeat"), Deadline);
    }

    [Fact]
    public async Task Discords_request_to_reconnect_is_followed_at_the_address_that_it_gave()
    {
        await StartReadyBotAsync(time: new AcceleratedTime(20));
        await AskAsync();

        Server.Gateway.Reconnect();

        await ResumedAsync();
        Assert.Equal((ClosedBy.Bot, 4000), (Server.Connections[0].ClosedBy, Server.Connections[0].CloseCode));
    }

    [Fact]
    public async Task An_invalid_session_that_cannot_be_resumed_is_followed_by_a_new_one()
    {
        await StartReadyBotAsync(time: new AcceleratedTime(20));
        PassIdentifyPause();

        Server.Gateway.InvalidateSession(resumable: false);

        await BegunAgainAsync();
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4008)]
    [InlineData(4999)]
    public async Task A_session_is_resumed_after_a_code_that_does_not_end_it(int code)
    {
        await StartReadyBotAsync(time: new AcceleratedTime(20));

        Server.Gateway.Close(code);

        await ResumedAsync();
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ConnectionClosed, "shard 0", $"{code}"), Deadline);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("cut in a frame")]
    public async Task A_session_is_resumed_after_its_connection_breaks(string how)
    {
        await StartReadyBotAsync(time: new AcceleratedTime(20));

        if (how == "cut")
        {
            Server.Gateway.Cut();
        }
        else
        {
            Server.Gateway.CutInFrame();
        }

        await ResumedAsync();
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ConnectionLost, "Shard 0"), Deadline);
    }

    [Fact]
    public async Task Of_interactions_in_flight_when_a_connection_breaks_none_is_lost_or_answered_twice()
    {
        await StartReadyBotAsync();
        await AskAsync();
        var gate = new TaskCompletionSource();
        Server.Faults.Next(Callback, Fault.Slow(gate.Task) with { Executes = false }, times: 20);
        var asked = new List<Interaction>();
        Ask(40);
        await Server.Calls.WaitForAsync(Callback, 5, Deadline);

        Server.Gateway.Cut();
        Ask(40);
        gate.SetResult();
        await Server.WaitForResumesAsync(1, Deadline);
        Ask(20);
        Server.Gateway.CutInFrame();
        Ask(40);
        await Server.WaitForResumesAsync(2, Deadline);

        foreach (var interaction in asked)
        {
            await interaction.ResponseAsync(Deadline);
        }

        await AskAsync();
        Assert.Equal(Enumerable.Repeat(204, 142), (await Server.Calls.WaitForAsync(Callback, 142, Deadline)).Select(c => c.Status));
        Assert.Equal(1, Server.Identifies);

        void Ask(int count)
        {
            for (var i = 0; i < count; i++)
            {
                asked.Add(Channel.Run(Ann, "about"));
            }
        }
    }
}

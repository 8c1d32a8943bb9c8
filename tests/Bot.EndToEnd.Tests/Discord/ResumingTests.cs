using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

public class ResumingTests : DiscordTest
{
    private const string Query = "?v=10&encoding=json&compress=zlib-stream";

    [Fact]
    public async Task A_heartbeat_without_an_answer_ends_the_connection_and_the_session_goes_on_over_another()
    {
        await ServeAsync(Options with { HeartbeatInterval = TimeSpan.FromMilliseconds(300), HeartbeatTolerance = 100 });
        await StartReadyBotAsync();
        Server.Gateway.WithholdAcks = true;

        await Server.WaitForConnectionsAsync(all => !all[0].IsOpen, Patience);
        Server.Gateway.WithholdAcks = false;

        await Server.WaitForResumesAsync(1, Patience);
        Assert.Equal((ClosedBy.Bot, 4000), (Server.Connections[0].ClosedBy, Server.Connections[0].CloseCode));
        await AskAsync();
        Assert.Equal(1, Server.Identifies);
        await Log.WaitForAsync("Shard 0 had no answer to a heartbeat, and connects again.", Patience);
    }

    [Fact]
    public async Task Discords_wish_to_connect_again_is_followed_at_the_address_that_it_gave()
    {
        await StartReadyBotAsync(time: new HurriedTime(20));
        await AskAsync();

        Server.Gateway.Reconnect();

        await ResumedAsync();
        Assert.Equal((ClosedBy.Bot, 4000), (Server.Connections[0].ClosedBy, Server.Connections[0].CloseCode));
    }

    [Fact]
    public async Task An_invalid_session_that_can_be_resumed_is_resumed()
    {
        await StartReadyBotAsync(time: new HurriedTime(20));

        Server.Gateway.InvalidateSession(resumable: true);

        await ResumedAsync();
    }

    [Fact]
    public async Task An_invalid_session_that_cannot_be_resumed_is_followed_by_a_new_one()
    {
        await StartReadyBotAsync(time: new HurriedTime(20));
        PassIdentifyPause();

        Server.Gateway.InvalidateSession(resumable: false);

        await BegunAgainAsync();
    }

    [Fact]
    public async Task Heartbeats_before_a_new_session_tell_no_event_of_the_old()
    {
        await ServeAsync(Options with { HeartbeatInterval = TimeSpan.FromMilliseconds(400), HeartbeatTolerance = 100 });
        await StartReadyBotAsync();

        // The next session must not begin for 5 seconds.
        Server.Gateway.InvalidateSession(resumable: false);

        var connections = await Server.WaitForConnectionsAsync(all => all is [_, { Heartbeats.Count: > 0 }], Patience);
        Assert.Null(connections[1].Heartbeats[0].Sequence);
        Assert.Equal(1, Server.Identifies);
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
        await StartReadyBotAsync(time: new HurriedTime(20));

        Server.Gateway.Close(code);

        await ResumedAsync();
        await Log.WaitForAsync($"Discord has closed the connection of shard 0 ({code}).", Patience);
    }

    [Theory]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task A_new_session_begins_after_a_code_that_ends_the_old(int code)
    {
        await StartReadyBotAsync(time: new HurriedTime(20));
        PassIdentifyPause();

        Server.Gateway.Close(code);

        await BegunAgainAsync();
        Assert.Null(Server.Connections[1].Resume);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("cut in a frame")]
    public async Task A_session_is_resumed_after_its_connection_breaks(string how)
    {
        await StartReadyBotAsync(time: new HurriedTime(20));

        if (how == "cut")
            Server.Gateway.Cut();
        else
            Server.Gateway.CutInFrame();

        await ResumedAsync();
        await Log.WaitForAsync("Shard 0 has lost its connection to Discord: ", Patience);
    }

    [Fact]
    public async Task A_resumption_that_is_refused_is_tried_again()
    {
        await StartReadyBotAsync(time: new HurriedTime(20));
        Server.Gateway.RefuseNext(503, times: 3);

        Server.Gateway.Cut();

        await ResumedAsync();
    }

    [Fact]
    public async Task A_resumption_that_is_refused_again_and_again_gives_way_to_a_new_session()
    {
        await StartReadyBotAsync(time: new HurriedTime(20));
        PassIdentifyPause();
        Server.Gateway.RefuseNext(503, times: 4);

        Server.Gateway.Cut();

        await BegunAgainAsync();
        await Log.WaitForAsync("Shard 0 cannot resume where Discord told it to, and begins a new session.", Patience);
    }

    [Fact]
    public async Task A_session_that_Discord_has_forgotten_is_followed_by_a_new_one()
    {
        await StartReadyBotAsync(time: new HurriedTime(20));
        PassIdentifyPause();
        Server.Gateway.ForgetSessions();

        Server.Gateway.Cut();

        await BegunAgainAsync();
        Assert.NotNull(Server.Connections[1].Resume);
        Assert.Equal("/gateway", Server.Connections[2].Path);
    }

    [Fact]
    public async Task Of_interactions_in_flight_when_a_connection_breaks_none_is_lost_or_answered_twice()
    {
        await StartReadyBotAsync();
        var gate = new TaskCompletionSource();
        Server.Faults.Next(Callback, Fault.Slow(gate.Task) with { Executes = false }, times: 20);
        var asked = new List<Interaction>();
        Ask(40);
        await Server.Calls.WaitForAsync(Callback, 5, Patience);

        Server.Gateway.Cut();
        Ask(40);
        gate.SetResult();
        await Server.WaitForResumesAsync(1, Patience);
        Ask(20);
        Server.Gateway.CutInFrame();
        Ask(40);
        await Server.WaitForResumesAsync(2, Patience);

        foreach (var interaction in asked)
            await interaction.ResponseAsync(Patience);
        await AskAsync();
        Assert.Equal(Enumerable.Repeat(204, 141), (await Server.Calls.WaitForAsync(Callback, 141, Patience)).Select(c => c.Status));
        Assert.Equal(1, Server.Identifies);

        void Ask(int count)
        {
            for (var i = 0; i < count; i++)
                asked.Add(Channel.Run(Ann, "about"));
        }
    }

    // The session of the first connection goes on over the next, from its last event on.
    private async Task ResumedAsync()
    {
        await Server.WaitForResumesAsync(1, Patience);
        var (first, second) = (Server.Connections[0], Server.Connections[1]);
        Assert.Equal(("/resume", Query), (second.Path, second.Query));
        Assert.Equal(["token", "session_id", "seq"], second.Resume!.Select(p => p.Key));
        Assert.Equal(Token, second.Resume!["token"]!.GetValue<string>());
        Assert.Equal(first.SessionId, second.Resume["session_id"]!.GetValue<string>());
        Assert.Equal(first.LastSequenceSent, second.Resume["seq"]!.GetValue<long>());
        await AskAsync();
        Assert.Equal(1, Server.Identifies);
        Assert.Equal(2, Server.Connections.Count);
    }

    private async Task BegunAgainAsync()
    {
        await Server.WaitForIdentifiesAsync(2, Patience);
        await Server.WaitForReadyAsync(1, Patience);
        Assert.Equal("/gateway", Server.Connections[^1].Path);
        await AskAsync();
        Assert.Equal(2, Server.Identifies);
        Assert.Equal(0, Server.Resumes);
    }
}

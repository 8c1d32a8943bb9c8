using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>When our own client resumes a session and when it begins a new one, which Discord.Net does otherwise.</summary>
public sealed class OwnResumingTests : DiscordTest
{
    [Fact]
    public async Task An_invalid_session_that_can_be_resumed_is_resumed()
    {
        await StartReadyBotAsync(time: new AcceleratedTime(20));

        Server.Gateway.InvalidateSession(resumable: true);

        await ResumedAsync();
    }

    [Theory]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task A_new_session_begins_after_a_code_that_ends_the_old(int code)
    {
        await StartReadyBotAsync(time: new AcceleratedTime(20));
        PassIdentifyPause();

        Server.Gateway.Close(code);

        await BegunAgainAsync();
        Assert.Null(Server.Connections[1].Resume);
    }

    [Fact]
    public async Task A_resumption_that_is_refused_is_tried_again()
    {
        await StartReadyBotAsync(time: new AcceleratedTime(20));
        Server.Gateway.RefuseNext(503, times: 3);

        Server.Gateway.Cut();

        await ResumedAsync();
    }

    [Fact]
    public async Task A_resumption_that_is_refused_again_and_again_gives_way_to_a_new_session()
    {
        await StartReadyBotAsync(time: new AcceleratedTime(20));
        PassIdentifyPause();
        Server.Gateway.RefuseNext(503, times: 4);

        Server.Gateway.Cut();

        await BegunAgainAsync();
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ResumeAbandoned, "Shard 0"), Deadline);
    }

    [Fact]
    public async Task A_session_that_Discord_has_forgotten_is_followed_by_a_new_one()
    {
        await StartReadyBotAsync(time: new AcceleratedTime(20));
        PassIdentifyPause();
        Server.Gateway.ForgetSessions();

        Server.Gateway.Cut();

        await BegunAgainAsync();
        Assert.NotNull(Server.Connections[1].Resume);
        Assert.Equal("/gateway", Server.Connections[2].Path);
    }

    [Fact]
    public async Task Heartbeats_before_a_new_session_tell_no_event_of_the_old()
    {
        await ServeAsync(Options with { HeartbeatInterval = TimeSpan.FromSeconds(8), HeartbeatTolerance = 100 });
        await StartReadyBotAsync(time: new AcceleratedTime(20));
        PassIdentifyPause();
        Server.Gateway.WithholdReady = true;

        Server.Gateway.InvalidateSession(resumable: false);

        var connections = await Server.WaitForConnectionsAsync(all => all is [_, { Heartbeats.Count: > 0 }], Deadline);
        Assert.Null(connections[1].Heartbeats[0].Sequence);
        Assert.Equal(2, Server.Identifies);
    }
}

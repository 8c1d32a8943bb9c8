using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

public sealed class HeartbeatTests : ServerTest
{
    private protected override DiscordServerOptions Options => new() { Time = Time, HeartbeatInterval = TimeSpan.FromSeconds(40) };

    private async Task<RawGateway> BeatAsync(params long?[] sequences)
    {
        var (gateway, _) = await ReadyAsync();
        foreach (var sequence in sequences)
        {
            await gateway.HeartbeatAsync(sequence);
            Assert.Equal(11, (int)(await gateway.NextAsync())["op"]!);
        }

        return gateway;
    }

    [Fact]
    public async Task A_connection_without_heartbeats_is_closed_and_can_be_resumed()
    {
        var (gateway, ready) = await ReadyAsync();
        Time.Advance(TimeSpan.FromSeconds(49));
        await gateway.HeartbeatAsync(1);
        await gateway.NextAsync();
        Time.Advance(TimeSpan.FromSeconds(49));
        Assert.True(Server.Connections[0].IsOpen);
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(4000, await gateway.ClosedAsync());
        Assert.Equal(["connection 1: no heartbeat in time"], Server.Problems);
        var again = await GreetedAsync(url: Server.ResumeUrl);
        await again.ResumeAsync((string)ready["session_id"]!, 1);
        Assert.Equal("RESUMED", (string?)(await again.NextAsync())["t"]);
    }

    [Fact]
    public async Task A_first_heartbeat_must_come_too()
    {
        var gateway = await GreetedAsync();
        Time.Advance(TimeSpan.FromSeconds(50));

        Assert.Equal(4000, await gateway.ClosedAsync());
    }

    [Fact]
    public async Task A_sequence_number_that_was_not_sent_is_a_problem()
    {
        await BeatAsync(1, 2);

        Assert.Equal(["connection 1: a heartbeat carries sequence number 2, but only 1 were sent"], Server.Problems);
    }

    [Fact]
    public async Task A_sequence_number_that_goes_back_is_a_problem()
    {
        var (gateway, _) = await ReadyAsync();
        Server.Gateway.SendUnknownEvent();
        await gateway.UntilAsync("LOOPBACK_EVENT_OF_TOMORROW");
        await gateway.HeartbeatAsync(2);
        await gateway.HeartbeatAsync(1);
        await Server.WaitForHeartbeatsAsync(2, Deadline);

        Assert.Equal(["connection 1: a heartbeat went back from sequence number 2 to 1"], Server.Problems);
    }

    [Fact]
    public async Task No_sequence_number_after_ready_is_a_problem_once_it_cannot_have_crossed()
    {
        var gateway = await BeatAsync([null]);
        Assert.Empty(Server.Problems);
        await gateway.HeartbeatAsync(null);
        await gateway.NextAsync();

        Assert.Equal(["connection 1: a heartbeat carries no sequence number, though the bot knows one"], Server.Problems);
    }

    [Fact]
    public async Task A_sequence_number_of_another_session_is_a_problem()
    {
        var gateway = await GreetedAsync();
        await gateway.HeartbeatAsync(5);
        await gateway.IdentifyAsync();
        await gateway.UntilAsync("READY");

        Assert.Equal(["connection 1: a heartbeat before Identify carried the sequence number 5 of another session"], Server.Problems);
    }

    [Fact]
    public async Task A_heartbeat_before_resuming_carries_the_old_number()
    {
        var (gateway, ready) = await ReadyAsync();
        gateway.Cut();
        var again = await GreetedAsync(url: Server.ResumeUrl);
        await again.HeartbeatAsync(1);
        await again.ResumeAsync((string)ready["session_id"]!, 1);
        await again.UntilAsync("RESUMED");

        Assert.Empty(Server.Problems);
    }
}

using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

public sealed class ResumeTests : ServerTest
{
    private async Task<string> CutSessionAsync(int events = 0)
    {
        var (gateway, ready) = await ReadyAsync();
        for (var i = 0; i < events; i++)
        {
            Say($"{i}");
        }

        gateway.Cut();
        await Server.WaitForConnectionsAsync(c => !c[0].IsOpen, Deadline);
        return (string)ready["session_id"]!;
    }

    private void Say(string data) => Server.SendRaw(new() { ["type"] = 2, ["data"] = data });

    private async Task<RawGateway> ResumeAsync(string session, long sequence, string query = "?v=10&encoding=json")
    {
        var gateway = await GreetedAsync(query, Server.ResumeUrl);
        await gateway.ResumeAsync(session, sequence);
        return gateway;
    }

    [Fact]
    public async Task What_was_missed_is_replayed_and_ends_with_resumed()
    {
        var session = await CutSessionAsync(events: 2);
        Say("2");
        var gateway = await ResumeAsync(session, 2);

        var events = await gateway.UntilAsync("RESUMED");
        Assert.Equal([3, 4, 5], events.Select(e => (int)e["s"]!));
        Assert.Equal(["1", "2"], events.Take(2).Select(e => (string?)e["d"]!["data"]));
        Say("3");
        Assert.Equal(6, (int)(await gateway.NextAsync())["s"]!);
        await Server.WaitForResumesAsync(1, Deadline);
        Assert.Empty(Server.Problems);
        Assert.Equal(999, Server.SessionStartsRemaining);
    }

    [Fact]
    public async Task A_session_can_be_resumed_again_and_again()
    {
        var session = await CutSessionAsync();
        var first = await ResumeAsync(session, 1);
        await first.UntilAsync("RESUMED");
        first.Cut();
        Say("0");
        var second = await ResumeAsync(session, 1);

        Assert.Equal(["INTERACTION_CREATE", "RESUMED"], (await second.UntilAsync("RESUMED")).Select(e => (string?)e["t"]));
    }

    [Fact]
    public async Task An_unknown_session_is_invalid()
    {
        var gateway = await ResumeAsync("unknown", 1);

        Assert.Equal("""{"t":null,"s":null,"op":9,"d":false}""", (await gateway.NextAsync()).ToJsonString());
        Assert.Equal(0, Server.Resumes);
    }

    [Fact]
    public async Task A_session_times_out_after_a_few_minutes()
    {
        var session = await CutSessionAsync();
        Time.Advance(TimeSpan.FromSeconds(181));
        var gateway = await ResumeAsync(session, 1);

        Assert.Equal(9, (int)(await gateway.NextAsync())["op"]!);
    }

    [Fact]
    public async Task A_sequence_number_that_was_never_sent_ends_the_session()
    {
        var session = await CutSessionAsync();

        Assert.Equal(4007, await (await ResumeAsync(session, 2)).ClosedAsync());
        Assert.Equal(9, (int)(await (await ResumeAsync(session, 1)).NextAsync())["op"]!);
    }

    [Theory]
    [InlineData(1000, 9)]
    [InlineData(1001, 9)]
    [InlineData(4000, 0)]
    [InlineData(3000, 0)]
    public async Task Only_1000_and_1001_of_the_bot_end_the_session(int code, int answer)
    {
        var (gateway, ready) = await ReadyAsync();
        await gateway.CloseAsync(code);
        var connections = await Server.WaitForConnectionsAsync(c => !c[0].IsOpen, Deadline);
        Assert.Equal((code, ClosedBy.Bot), (connections[0].CloseCode, connections[0].ClosedBy));

        var again = await ResumeAsync((string)ready["session_id"]!, 1);
        Assert.Equal(answer, (int)(await again.NextAsync())["op"]!);
    }

    [Fact]
    public async Task The_wrong_place_and_another_query_are_problems()
    {
        var session = await CutSessionAsync();
        var gateway = await GreetedAsync("?v=10&encoding=json&compress=zlib-stream");
        await gateway.ResumeAsync(session, 1);
        await gateway.UntilAsync("RESUMED");
        var other = await GreetedAsync(url: Server.ResumeUrl);
        Time.Advance(TimeSpan.FromSeconds(5));
        await other.IdentifyAsync();
        await other.UntilAsync("READY");

        Assert.Equal(
            [
                "connection 2: Resume elsewhere than at resume_gateway_url",
                "connection 2: resumes with the query ?v=10&encoding=json&compress=zlib-stream instead of ?v=10&encoding=json",
                "connection 3: Identify at resume_gateway_url",
            ],
            Server.Problems);
    }

    [Fact]
    public async Task A_connection_whose_session_is_resumed_elsewhere_is_closed()
    {
        var (gateway, ready) = await ReadyAsync();
        var again = await ResumeAsync((string)ready["session_id"]!, 1);
        await again.UntilAsync("RESUMED");

        Assert.Equal(4000, await gateway.ClosedAsync());
        Say("0");
        Assert.Equal("0", (string?)(await again.NextAsync())["d"]!["data"]);
    }
}

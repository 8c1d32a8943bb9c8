using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Faults;

public sealed class ClockTests : FaultsTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_clock_that_is_set_by_a_day_changes_nothing_for_those_who_ask(int days)
    {
        var time = new WallClockJump();
        await StartBothAsync(time);
        await AskOnBothAsync();

        time.Jump(TimeSpan.FromDays(days));

        await AskOnBothAsync();
        Server.Gateway.RequestHeartbeat();
        await Server.WaitForHeartbeatsAsync(1, Deadline);
        await AskOnBothAsync();
        Assert.Single(Server.Connections);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_clock_that_is_set_by_a_day_lengthens_and_shortens_no_limit(int days)
    {
        var time = new WallClockJump();
        await StartBothAsync(time, limits: clock => new AdmissionControl(2, 0, 0, clock));
        await AskOnBothAsync();
        await AskOnBothAsync();

        time.Jump(TimeSpan.FromDays(days));

        Assert.StartsWith("A little slower, please", (await AskOnTelegramAsync(Question)).Text, StringComparison.Ordinal);
        var refused = await RunAsync(Ann, "about");
        Assert.True(refused.IsEphemeral);
        Assert.Contains("A little slower, please", refused.Json.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_clock_that_is_set_by_a_day_changes_the_health_of_no_component(int days)
    {
        var time = new WallClockJump();
        var health = new ComponentHealth("telegram", time);
        health.SetHealthy("by long polling", TimeSpan.FromMinutes(1));

        time.Jump(TimeSpan.FromDays(days));

        Assert.True(health.State.IsWorking);
        Assert.Equal("by long polling", health.State.Detail);
    }

    [Fact]
    public async Task A_machine_that_slept_for_a_day_goes_on()
    {
        var time = new OffsetTime();
        await StartBothAsync(time, limits: clock => new AdmissionControl(2, 0, 0, clock));
        await AskOnBothAsync();
        await AskOnBothAsync();

        time.Forward(TimeSpan.FromDays(1));

        await AskOnBothAsync();
    }
}

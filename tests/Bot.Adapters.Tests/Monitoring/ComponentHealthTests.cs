using Bot.Adapters.Monitoring;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Adapters.Tests.Monitoring;

public sealed class ComponentHealthTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(s_start);
    private readonly ComponentHealth _component;

    public ComponentHealthTests() => _component = new ComponentHealth("telegram", _time);

    [Fact]
    public void A_component_is_unhealthy_until_it_is_found_healthy()
    {
        Assert.Equal(new ComponentState("telegram", ComponentStatus.Unhealthy, s_start, "Not started."), _component.State);

        _time.Advance(TimeSpan.FromSeconds(10));
        _component.SetHealthy("by webhook");

        Assert.Equal(new ComponentState("telegram", ComponentStatus.Healthy, s_start.AddSeconds(10), "by webhook"), _component.State);
    }

    [Fact]
    public void Found_healthy_again_it_is_healthy_since_the_first_time()
    {
        _component.SetHealthy();
        _time.Advance(TimeSpan.FromSeconds(10));
        _component.SetHealthy("more");

        Assert.Equal(new ComponentState("telegram", ComponentStatus.Healthy, s_start, "more"), _component.State);
    }

    [Fact]
    public void Unhealthy_for_another_reason_it_is_unhealthy_since_the_first_time()
    {
        _component.SetHealthy();
        _time.Advance(TimeSpan.FromSeconds(10));
        _component.SetUnhealthy("first");
        _time.Advance(TimeSpan.FromSeconds(10));
        _component.SetUnhealthy("second");

        Assert.Equal(new ComponentState("telegram", ComponentStatus.Unhealthy, s_start.AddSeconds(10), "second"), _component.State);
    }

    [Fact]
    public void What_is_valid_for_a_minute_is_unhealthy_after_a_longer_silence_since_the_last_contact()
    {
        _component.SetHealthy("by long polling", TimeSpan.FromMinutes(1));
        _time.Advance(TimeSpan.FromSeconds(50));
        _component.SetHealthy("by long polling", TimeSpan.FromMinutes(1));
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(new ComponentState("telegram", ComponentStatus.Healthy, s_start, "by long polling"), _component.State);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new ComponentState("telegram", ComponentStatus.Unhealthy, s_start.AddSeconds(50), "No contact since."), _component.State);

        _component.SetHealthy("by long polling", TimeSpan.FromMinutes(1));
        Assert.Equal(new ComponentState("telegram", ComponentStatus.Healthy, s_start.AddSeconds(111), "by long polling"), _component.State);
    }

    [Fact]
    public void A_component_that_works_is_degraded_until_it_falls_silent_or_is_found_healthy()
    {
        _component.SetHealthy("by long polling", TimeSpan.FromMinutes(1));
        _component.SetDegraded("Telegram is unreachable (failure 1).");
        Assert.Equal(new ComponentState("telegram", ComponentStatus.Degraded, s_start, "Telegram is unreachable (failure 1)."), _component.State);

        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(new ComponentState("telegram", ComponentStatus.Unhealthy, s_start, "Telegram is unreachable (failure 1)."), _component.State);

        _component.SetHealthy("by long polling", TimeSpan.FromMinutes(1));
        Assert.Equal("by long polling", _component.State.Detail);
    }

    [Fact]
    public void A_clock_that_is_put_back_makes_nothing_unhealthy()
    {
        var time = new JumpingTime();
        var component = new ComponentHealth("telegram", time);
        component.SetHealthy(validFor: TimeSpan.FromMinutes(1));

        time.Now = s_start.AddYears(1);
        Assert.True(component.State.IsWorking);
        time.Now = s_start.AddYears(-1);
        Assert.True(component.State.IsWorking);
    }

    // Only the time of day jumps.
    private sealed class JumpingTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = s_start;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => 0;
    }
}

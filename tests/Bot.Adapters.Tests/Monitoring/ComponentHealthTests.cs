using Bot.Adapters.Monitoring;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Adapters.Tests.Monitoring;

public sealed class ComponentHealthTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(s_start);
    private readonly ComponentHealth _part;

    public ComponentHealthTests() => _part = new ComponentHealth("telegram", _time);

    [Fact]
    public void A_part_is_ill_until_it_is_found_well()
    {
        Assert.Equal(new ComponentState("telegram", false, s_start, "Not started."), _part.State);

        _time.Advance(TimeSpan.FromSeconds(10));
        _part.SetHealthy("by webhook");

        Assert.Equal(new ComponentState("telegram", true, s_start.AddSeconds(10), "by webhook"), _part.State);
    }

    [Fact]
    public void Found_well_again_it_is_well_since_the_first_time()
    {
        _part.SetHealthy();
        _time.Advance(TimeSpan.FromSeconds(10));
        _part.SetHealthy("more");

        Assert.Equal(new ComponentState("telegram", true, s_start, "more"), _part.State);
    }

    [Fact]
    public void Ill_for_another_reason_it_is_ill_since_the_first_time()
    {
        _part.SetHealthy();
        _time.Advance(TimeSpan.FromSeconds(10));
        _part.SetUnhealthy("first");
        _time.Advance(TimeSpan.FromSeconds(10));
        _part.SetUnhealthy("second");

        Assert.Equal(new ComponentState("telegram", false, s_start.AddSeconds(10), "second"), _part.State);
    }

    [Fact]
    public void What_lasts_a_minute_is_ill_when_nothing_is_heard_for_longer_since_it_was_last_heard()
    {
        _part.SetHealthy("by long polling", TimeSpan.FromMinutes(1));
        _time.Advance(TimeSpan.FromSeconds(50));
        _part.SetHealthy("by long polling", TimeSpan.FromMinutes(1));
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(new ComponentState("telegram", true, s_start, "by long polling"), _part.State);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new ComponentState("telegram", false, s_start.AddSeconds(50), "No contact since."), _part.State);

        _part.SetHealthy("by long polling", TimeSpan.FromMinutes(1));
        Assert.Equal(new ComponentState("telegram", true, s_start.AddSeconds(111), "by long polling"), _part.State);
    }

    [Fact]
    public void A_doubt_is_told_and_changes_nothing_until_the_part_falls_silent()
    {
        _part.SetHealthy("by long polling", TimeSpan.FromMinutes(1));
        _part.SetDegraded("Telegram cannot be reached (failure 1).");
        Assert.Equal(new ComponentState("telegram", true, s_start, "Telegram cannot be reached (failure 1)."), _part.State);

        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(new ComponentState("telegram", false, s_start, "Telegram cannot be reached (failure 1)."), _part.State);

        _part.SetHealthy("by long polling", TimeSpan.FromMinutes(1));
        Assert.Equal("by long polling", _part.State.Detail);
    }

    [Fact]
    public void A_clock_that_is_put_back_makes_nothing_ill()
    {
        var time = new JumpingTime();
        var part = new ComponentHealth("telegram", time);
        part.SetHealthy(lasts: TimeSpan.FromMinutes(1));

        time.Now = s_start.AddYears(1);
        Assert.True(part.State.IsWorking);
        time.Now = s_start.AddYears(-1);
        Assert.True(part.State.IsWorking);
    }

    // Only the time of day jumps.
    private sealed class JumpingTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = s_start;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => 0;
    }
}

using Bot.Adapters.Monitoring;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Adapters.Tests.Monitoring;

public sealed class LivenessSignalTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly LivenessSignals _signals;

    public LivenessSignalTests() => _signals = new LivenessSignals(_time);

    private IEnumerable<string> Silent => _signals.Silent.Select(s => s.Name);

    [Fact]
    public void A_loop_is_not_judged_before_its_first_beat()
    {
        _signals.Add("poll", TimeSpan.FromSeconds(90));

        _time.Advance(TimeSpan.FromDays(1));

        Assert.Empty(Silent);
    }

    [Fact]
    public void A_loop_is_silent_once_its_bound_is_over_and_no_more_when_it_beats_again()
    {
        var poll = _signals.Add("poll", TimeSpan.FromSeconds(90));
        poll.Beat();

        _time.Advance(TimeSpan.FromSeconds(90));
        Assert.Empty(Silent);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["poll"], Silent);
        Assert.Equal(TimeSpan.FromSeconds(1), poll.Overdue);

        poll.Beat();
        Assert.Empty(Silent);
    }

    [Fact]
    public void Each_loop_is_judged_by_its_own_bound()
    {
        _signals.Add("poll", TimeSpan.FromSeconds(90)).Beat();
        _signals.Add("timer", TimeSpan.FromSeconds(30)).Beat();
        _signals.Add("gateway", TimeSpan.FromSeconds(60)).Beat();

        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(["timer"], Silent);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(["timer", "gateway"], Silent);
    }

    [Fact]
    public void A_wait_that_is_announced_is_added_to_the_bound()
    {
        var poll = _signals.Add("poll", TimeSpan.FromSeconds(90));
        poll.Beat(TimeSpan.FromMinutes(5));

        _time.Advance(TimeSpan.FromSeconds(390));
        Assert.Empty(Silent);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["poll"], Silent);
    }

    [Fact]
    public void A_loop_that_has_ended_on_purpose_is_not_judged_even_if_it_beats_once_more()
    {
        var poll = _signals.Add("poll", TimeSpan.FromSeconds(90));
        poll.Beat();
        poll.Stop();
        poll.Beat();

        _time.Advance(TimeSpan.FromDays(1));

        Assert.Empty(Silent);
        Assert.Equal(TimeSpan.Zero, poll.Overdue);
    }

    [Fact]
    public void A_bound_is_longer_than_nothing()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _signals.Add("poll", TimeSpan.Zero));
    }

    [Fact]
    public void Beating_allocates_nothing()
    {
        var poll = new LivenessSignals(TimeProvider.System).Add("poll", TimeSpan.FromSeconds(90));
        poll.Beat();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            poll.Beat();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}

using Bot.Adapters.Monitoring;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Adapters.Tests.Monitoring;

public sealed class ThrottledWarningTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<int> _lines = [];
    private readonly ThrottledWarning _warning;

    public ThrottledWarningTests() => _warning = new ThrottledWarning(_time, _lines.Add);

    public void Dispose() => _warning.Dispose();

    [Fact]
    public void The_first_is_written_at_once_and_a_flood_together_at_the_end_of_the_minute()
    {
        Report(2000);
        Assert.Equal([1], _lines);

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal([1], _lines);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([1, 1999], _lines);
    }

    [Fact]
    public void A_flood_that_goes_on_is_written_once_a_minute()
    {
        for (var second = 0; second < 180; second++)
        {
            Report(10);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1, 599, 600, 600], _lines);
    }

    [Fact]
    public void One_that_comes_after_a_quiet_minute_is_written_at_once()
    {
        Report(1);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([1], _lines);

        Report(1);

        Assert.Equal([1, 1], _lines);
    }

    [Fact]
    public void What_was_collected_is_written_at_the_end_and_nothing_after_it()
    {
        Report(3);

        _warning.Dispose();
        Report(1);
        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal([1, 2], _lines);
    }

    private void Report(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _warning.Report();
        }
    }
}

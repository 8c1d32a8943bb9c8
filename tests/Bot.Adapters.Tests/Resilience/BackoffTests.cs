using Bot.Adapters.Resilience;

namespace Bot.Adapters.Tests.Resilience;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 0, 250)]
    [InlineData(1, 0.5, 375)]
    [InlineData(2, 0, 500)]
    [InlineData(3, 0, 1000)]
    [InlineData(6, 0, 8000)]
    [InlineData(7, 0, 15000)]
    [InlineData(7, 0.999, 29985)]
    [InlineData(1000000, 0, 15000)]
    public void Waits_double_up_to_half_a_minute_less_a_random_half(int failures, double random, double milliseconds)
    {
        Assert.Equal(milliseconds, Backoff.Delay(failures, random).TotalMilliseconds, 0.001);
    }

    [Fact]
    public void Without_a_failure_there_is_nothing_to_wait_for()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Backoff.Delay(0, 0));
    }
}

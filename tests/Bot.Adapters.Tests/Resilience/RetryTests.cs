using Bot.Adapters.Resilience;

namespace Bot.Adapters.Tests.Resilience;

public sealed class RetryTests
{
    private readonly InstantTime _time = new();

    [Fact]
    public async Task What_succeeds_is_attempted_once()
    {
        Assert.Equal(1, await RunAsync(failures: 0, (_, _) => RetryDecision.BackOff));

        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Waits_grow_with_the_number_of_failures()
    {
        var failures = new List<int>();

        Assert.Equal(4, await RunAsync(failures: 3, (_, count) =>
        {
            failures.Add(count);
            return RetryDecision.BackOff;
        }));

        Assert.Equal([1, 2, 3], failures);
        Assert.Equal([0.25, 0.5, 1], _time.Seconds);
    }

    [Fact]
    public async Task Waits_are_spread_by_the_random_number()
    {
        await RunAsync(failures: 2, (_, _) => RetryDecision.BackOff, random: 0.5);

        Assert.Equal([0.375, 0.75], _time.Seconds);
    }

    [Fact]
    public async Task A_wait_that_was_asked_for_and_a_retry_at_once_count_as_no_failure()
    {
        var decisions = new Queue<RetryDecision>([RetryDecision.BackOff, RetryDecision.After(TimeSpan.FromSeconds(7)), RetryDecision.Now, RetryDecision.BackOff]);

        await RunAsync(failures: 4, (_, _) => decisions.Dequeue());

        Assert.Equal([0.25, 7, 0.5], _time.Seconds);
    }

    [Fact]
    public async Task What_is_not_worth_another_attempt_goes_to_the_caller()
    {
        var thrown = await Assert.ThrowsAsync<IOException>(() => RunAsync(failures: 2, (_, count) => count == 2 ? RetryDecision.Fail : RetryDecision.BackOff));

        Assert.Equal("Attempt 2", thrown.Message);
    }

    [Fact]
    public async Task A_wait_ends_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var attempts = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Retry.RunAsync(
            _ => Task.FromException(new IOException($"Attempt {++attempts}")),
            (_, _) =>
            {
                stop.Cancel();
                return RetryDecision.BackOff;
            },
            _time,
            new FixedRandom(),
            stop.Token));

        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task An_attempt_that_is_cancelled_is_no_failure()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Retry.RunAsync(
            Task.FromCanceled,
            (_, _) => throw new InvalidOperationException("Nobody asks what to do."),
            _time,
            new FixedRandom(),
            stop.Token));
    }

    [Fact]
    public async Task A_timeout_of_an_attempt_is_a_failure()
    {
        var attempts = 0;

        await Retry.RunAsync(
            _ => ++attempts == 1 ? Task.FromException(new TaskCanceledException("Too slow")) : Task.CompletedTask,
            (_, _) => RetryDecision.BackOff,
            _time,
            new FixedRandom(),
            TestContext.Current.CancellationToken);

        Assert.Equal([0.25], _time.Seconds);
    }

    [Fact]
    public async Task In_a_window_waits_are_shorter_and_none_begins_that_would_end_after_it()
    {
        var closed = await Assert.ThrowsAsync<RetryWindowClosedException>(() => RunAsync(failures: 9, (_, _) => RetryDecision.BackOff, window: Window(speedup: 2)));

        Assert.Equal(4, closed.Failures);
        Assert.Equal([0.125, 0.25, 0.5], _time.Seconds);
    }

    [Fact]
    public async Task A_wait_that_was_asked_for_is_not_shortened_by_a_window()
    {
        await RunAsync(failures: 1, (_, _) => RetryDecision.After(TimeSpan.FromSeconds(1.5)), window: Window(speedup: 2));

        Assert.Equal([1.5], _time.Seconds);
    }

    [Fact]
    public async Task After_a_window_nothing_is_attempted()
    {
        var window = Window();
        _time.Advance(TimeSpan.FromSeconds(1.875));

        var closed = await Assert.ThrowsAsync<RetryWindowClosedException>(() => RunAsync(failures: 0, (_, _) => RetryDecision.Fail, window: window));

        Assert.Equal(0, closed.Failures);
    }

    [Theory]
    [InlineData(0.1, 0.25)]
    [InlineData(0.75, 0.75)]
    public async Task While_nothing_may_be_sent_nothing_is_attempted(double blocked, double wait)
    {
        var isBlocked = false;

        await RunAsync(
            failures: 1,
            (_, _) =>
            {
                isBlocked = true;
                return RetryDecision.BackOff;
            },
            window: Window() with { Blocked = () => TimeSpan.FromSeconds(isBlocked ? blocked : -1) });

        Assert.Equal([wait], _time.Seconds);
    }

    [Fact]
    public void A_wait_is_not_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RetryDecision.After(TimeSpan.FromTicks(-1)));
    }

    private RetryWindow Window(int speedup = 1) => new(_time.GetTimestamp(), TimeSpan.FromSeconds(1.875), speedup, () => TimeSpan.Zero);

    // Fails so often, and then gives the number of the attempt.
    private Task<int> RunAsync(int failures, Func<Exception, int, RetryDecision> decide, double random = 0, RetryWindow? window = null)
    {
        var attempts = 0;
        return Retry.RunAsync(
            _ => ++attempts > failures ? Task.FromResult(attempts) : Task.FromException<int>(new IOException($"Attempt {attempts}")),
            decide,
            _time,
            new FixedRandom(random),
            TestContext.Current.CancellationToken,
            window);
    }
}

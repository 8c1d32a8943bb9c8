using Bot.Discord.Gateway;
using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Gateway;

public sealed class IdentifyLimiterTests : IDisposable
{
    private readonly TestClock _time = new();
    private readonly ListLogger _logger = new();
    private readonly List<IdentifyLimiter> _gates = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _gates.ForEach(g => g.Dispose());

    [Fact]
    public async Task Shards_of_one_bucket_start_one_after_the_other()
    {
        var gate = Gate(new() { MaxConcurrency = 1 });

        Assert.True(Pass(gate, 0).IsCompletedSuccessfully);
        var (second, third) = (Pass(gate, 1), Pass(gate, 2));
        Assert.Equal(TimeSpan.FromSeconds(5.5), await _time.NextWaitAsync(Cancellation));
        _time.Advance(TimeSpan.FromSeconds(5.4));
        Assert.False(second.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(0.1));
        await second;
        Assert.Equal(TimeSpan.FromSeconds(5.5), await _time.NextWaitAsync(Cancellation));
        Assert.False(third.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(5.5));
        await third;
    }

    [Fact]
    public async Task A_shards_bucket_is_its_number_modulo_the_concurrency()
    {
        var gate = Gate(new() { MaxConcurrency = 3 });

        Assert.All([0, 4, 2], shard => Assert.True(Pass(gate, shard).IsCompletedSuccessfully));
        _time.Advance(TimeSpan.FromSeconds(2));
        List<Task> waiting = [Pass(gate, 3), Pass(gate, 1), Pass(gate, 5)];
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(TimeSpan.FromSeconds(3.5), await _time.NextWaitAsync(Cancellation));
        }

        Assert.DoesNotContain(waiting, w => w.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(3.5));
        await Task.WhenAll(waiting);
    }

    [Fact]
    public void After_a_while_a_bucket_is_free_at_once()
    {
        var gate = Gate(new() { MaxConcurrency = 1 });

        Assert.True(Pass(gate, 0).IsCompletedSuccessfully);
        _time.Advance(TimeSpan.FromSeconds(5.5));
        Assert.True(Pass(gate, 0).IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_is_always_a_lane(int concurrency)
    {
        Assert.True(Pass(Gate(new() { MaxConcurrency = concurrency }), 7).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task When_no_sessions_are_left_the_next_waits_for_the_reset_and_then_the_whole_day_counts_again()
    {
        var gate = Gate(new() { MaxConcurrency = 16, Total = 2, Remaining = 1, ResetAfter = 60_000 });

        Assert.True(Pass(gate, 0).IsCompletedSuccessfully);
        _time.Advance(TimeSpan.FromSeconds(20));
        var second = Pass(gate, 1);
        Assert.Equal(TimeSpan.FromSeconds(40), await _time.NextWaitAsync(Cancellation));
        Assert.Equal([(LogLevel.Error, DiscordEvents.SessionStartLimitReached, null)], _logger.Events);
        Assert.Contains("00:00:40", Assert.Single(_logger.Entries).Text, StringComparison.Ordinal);
        Assert.False(second.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(40));
        await second;
        Assert.True(Pass(gate, 2).IsCompletedSuccessfully);

        var fourth = Pass(gate, 3);
        Assert.Equal(TimeSpan.FromDays(1), await _time.NextWaitAsync(Cancellation));
        _time.Advance(TimeSpan.FromDays(1));
        await fourth;
    }

    [Fact]
    public async Task A_bot_that_starts_without_sessions_waits()
    {
        var gate = Gate(new() { MaxConcurrency = 1, Total = 1000, Remaining = 0, ResetAfter = 14_400_000 });

        var pass = Pass(gate, 0);
        Assert.Equal(TimeSpan.FromHours(4), await _time.NextWaitAsync(Cancellation));
        Assert.False(pass.IsCompleted);

        _time.Advance(TimeSpan.FromHours(4));
        await pass;
    }

    [Fact]
    public async Task A_bot_that_is_allowed_no_sessions_at_all_waits_day_after_day()
    {
        using var cancelled = new CancellationTokenSource();
        var pass = Pass(Gate(new() { Total = 0, Remaining = 0, ResetAfter = 60_000 }), 0, cancelled.Token);

        Assert.Equal(TimeSpan.FromMinutes(1), await _time.NextWaitAsync(Cancellation));

        // A timer is never quite on time.
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.False(pass.IsCompleted);
        Assert.Equal(TimeSpan.FromDays(1), await _time.NextWaitAsync(Cancellation));
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pass);
    }

    [Fact]
    public void A_day_is_over_after_a_day_though_none_had_to_wait()
    {
        var gate = Gate(new() { MaxConcurrency = 16, Total = 2, Remaining = 1, ResetAfter = 60_000 });

        Assert.True(Pass(gate, 0).IsCompletedSuccessfully);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.All([1, 2], shard => Assert.True(Pass(gate, shard).IsCompletedSuccessfully));
        Assert.False(Pass(gate, 3).IsCompleted);
    }

    [Fact]
    public async Task A_shard_that_is_cancelled_while_waiting_leaves_the_bucket_free()
    {
        var gate = Gate(new() { MaxConcurrency = 1 });
        using var cancelled = new CancellationTokenSource();

        await Pass(gate, 0);
        var (waiting, queued) = (Pass(gate, 1, cancelled.Token), Pass(gate, 2, cancelled.Token));
        await _time.NextWaitAsync(Cancellation);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queued);

        _time.Advance(TimeSpan.FromSeconds(5.5));
        Assert.True(Pass(gate, 3).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Waiting_for_the_next_day_is_cancelled_too()
    {
        var gate = Gate(new() { Remaining = 0, ResetAfter = 60_000 });
        using var cancelled = new CancellationTokenSource();

        var pass = Pass(gate, 0, cancelled.Token);
        await _time.NextWaitAsync(Cancellation);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pass);
    }

    [Fact]
    public async Task Until_a_turn_is_used_or_given_back_no_other_shard_of_the_lane_has_one()
    {
        var gate = Gate(new() { MaxConcurrency = 1 });
        var first = await gate.EnterAsync(0, Cancellation);
        var second = gate.EnterAsync(1, Cancellation);

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(second.IsCompleted);
        first.Use();
        first.Dispose();

        Assert.Equal(TimeSpan.FromSeconds(5.5), await _time.NextWaitAsync(Cancellation));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(5.5));
        (await second).Dispose();
    }

    [Fact]
    public async Task A_turn_that_is_given_back_costs_no_session_and_no_wait()
    {
        var gate = Gate(new() { MaxConcurrency = 1, Total = 2, Remaining = 1, ResetAfter = 60_000 });

        (await gate.EnterAsync(0, Cancellation)).Dispose();

        Assert.True(Pass(gate, 1).IsCompletedSuccessfully);
        Assert.False(Pass(gate, 2).IsCompleted);
    }

    private IdentifyLimiter Gate(SessionStartLimit limit)
    {
        var gate = new IdentifyLimiter(limit, _time, _logger);
        _gates.Add(gate);
        return gate;
    }

    // A session that begins as soon as its turn has come.
    private static async Task Pass(IdentifyLimiter gate, int shard, CancellationToken? cancellation = null) => (await gate.EnterAsync(shard, cancellation ?? Cancellation)).Use();
}

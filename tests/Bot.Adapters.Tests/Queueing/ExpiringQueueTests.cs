using Bot.Adapters.Queueing;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Adapters.Tests.Queueing;

public sealed class ExpiringQueueTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ExpiringQueue<int> _queue;

    public ExpiringQueueTests() => _queue = new ExpiringQueue<int>(3, TimeSpan.FromSeconds(3), _time);

    public void Dispose() => _queue.Dispose();

    [Fact]
    public async Task What_was_added_comes_out_in_its_order_with_the_time_when_it_came()
    {
        var began = _time.GetTimestamp();
        _queue.Enqueue(1);
        _time.Advance(TimeSpan.FromSeconds(1));
        _queue.Enqueue(2);

        Assert.Equal((1, TimeSpan.Zero), await TakeAsync());
        Assert.Equal((2, TimeSpan.FromSeconds(1)), await TakeAsync());
        Assert.Equal(0, _queue.Count);

        async Task<(int, TimeSpan)> TakeAsync()
        {
            var (item, since) = (await _queue.DequeueAsync(TestContext.Current.CancellationToken)).GetValueOrDefault();
            return (item, _time.GetElapsedTime(began, since));
        }
    }

    [Fact]
    public async Task When_it_is_full_the_new_one_is_dropped_as_long_as_the_others_are_worth_handling()
    {
        Assert.Equal([0, 0, 0, 1], [_queue.Enqueue(1), _queue.Enqueue(2), _queue.Enqueue(3), _queue.Enqueue(4)]);

        Assert.Equal([1, 2, 3], await DrainAsync());
    }

    [Fact]
    public async Task When_it_is_full_those_at_the_front_whose_time_is_over_make_room()
    {
        _queue.Enqueue(1);
        _queue.Enqueue(2);
        _time.Advance(TimeSpan.FromSeconds(1));
        _queue.Enqueue(3);
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(2, _queue.Enqueue(4));

        Assert.Equal(2, _queue.Count);
        Assert.Equal([3, 4], await DrainAsync());
    }

    [Fact]
    public void What_was_dropped_is_counted_and_said_once_a_minute()
    {
        var said = Enumerable.Range(1, 10).Select(_queue.Enqueue).ToList();
        Assert.Equal([0, 0, 0, 1, 0, 0, 0, 0, 0, 0], said);

        _time.Advance(TimeSpan.FromMinutes(1));

        // Six of before, and the three that made room.
        Assert.Equal(9, _queue.Enqueue(11));
        Assert.Equal(1, _queue.Count);
    }

    [Fact]
    public async Task However_much_comes_no_more_wait_than_may()
    {
        for (var i = 0; i < 100_000; i++)
        {
            _queue.Enqueue(i);
            Assert.InRange(_queue.Count, 1, 3);
            if (i % 1000 == 0)
            {
                _time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        Assert.Equal(3, (await DrainAsync()).Count);
    }

    [Fact]
    public async Task All_who_wait_learn_that_nothing_more_comes()
    {
        var workers = Enumerable.Range(0, 5).Select(_ => _queue.DequeueAsync(TestContext.Current.CancellationToken).AsTask()).ToList();
        _queue.Enqueue(7);

        _queue.Complete();
        _queue.Enqueue(8);

        var taken = await Task.WhenAll(workers);
        Assert.Equal([7], taken.OfType<(int Item, long)>().Select(t => t.Item));
        Assert.Null(await _queue.DequeueAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_waits_can_give_up()
    {
        using var stop = new CancellationTokenSource();
        var waiting = _queue.DequeueAsync(stop.Token).AsTask();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private async Task<List<int>> DrainAsync()
    {
        _queue.Complete();
        var all = new List<int>();
        while (await _queue.DequeueAsync(TestContext.Current.CancellationToken) is var (item, _))
        {
            all.Add(item);
        }

        return all;
    }
}

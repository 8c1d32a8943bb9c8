using System.Collections.Concurrent;
using Bot.Adapters.Monitoring;
using Bot.Discord.Logging;
using Bot.Discord.Transport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Transport;

public sealed class InteractionWorkersTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ListLogger _logger = new();
    private readonly ConcurrentQueue<ulong> _handled = [];
    private readonly InteractionWorkers<ulong> _workers;
    private Func<ulong, CancellationToken, Task> _handle = (_, _) => Task.CompletedTask;

    public InteractionWorkersTests() => _workers = new InteractionWorkers<ulong>(
        id => id,
        (id, _, cancellation) =>
        {
            _handled.Enqueue(id);
            return _handle(id, cancellation);
        },
        _time,
        _logger,
        AdapterTelemetry.None("discord", _time));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _workers.Dispose();

    [Fact]
    public async Task What_was_taken_is_handled_in_the_order_in_which_it_came()
    {
        Enqueue(3, 1, 2);
        Assert.Equal(3, _workers.Count);
        _workers.Complete();
        await _workers.RunAsync(Cancellation);

        Assert.Equal([3UL, 1UL, 2UL], _handled);
        Assert.Equal(0, _workers.Count);
    }

    [Fact]
    public async Task An_interaction_that_comes_again_is_handled_once()
    {
        Enqueue(1, 2, 1);
        var running = _workers.RunAsync(Cancellation);
        Enqueue(2, 3, 1);
        _workers.Complete();
        await running;

        Assert.Equal([1UL, 2UL, 3UL], _handled.Order());
    }

    [Fact]
    public async Task The_handler_learns_when_the_interaction_came()
    {
        var told = new List<long>();
        using var workers = new InteractionWorkers<ulong>(
            id => id,
            (_, received, _) =>
            {
                told.Add(received);
                return Task.CompletedTask;
            },
            _time,
            _logger,
            AdapterTelemetry.None("discord", _time));
        var start = _time.GetTimestamp();
        workers.Enqueue(1);
        _time.Advance(TimeSpan.FromSeconds(2));
        workers.Complete();
        await workers.RunAsync(Cancellation);

        Assert.Equal([start], told);
    }

    [Fact]
    public async Task A_hundred_are_handled_at_once_and_the_others_wait()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _handle = (_, _) => gate.Task;
        Enqueue([.. Enumerable.Range(1, 101).Select(id => (ulong)id)]);
        var running = _workers.RunAsync(Cancellation);

        Assert.Equal(Enumerable.Range(1, 100).Select(id => (ulong)id), _handled);
        Assert.Equal(101, _workers.Count);
        gate.SetResult();
        _workers.Complete();
        await running;
        Assert.Equal(101, _handled.Count);
    }

    [Fact]
    public async Task What_cannot_be_answered_in_time_is_dropped_and_that_is_logged_once()
    {
        Enqueue([.. Enumerable.Range(1, 3010).Select(id => (ulong)id)]);
        _workers.Complete();
        await _workers.RunAsync(Cancellation);

        Assert.Equal(Enumerable.Range(1, 3000).Select(id => (ulong)id), _handled);
        Assert.Equal([(LogLevel.Warning, DiscordEvents.InteractionsDropped, null)], _logger.Events);
        Assert.Contains(" 1 were dropped", Assert.Single(_logger.Entries).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_that_have_waited_too_long_make_room()
    {
        Enqueue([.. Enumerable.Range(1, 3000).Select(id => (ulong)id)]);
        _time.Advance(TimeSpan.FromSeconds(3));
        Enqueue(3001);
        _workers.Complete();
        await _workers.RunAsync(Cancellation);

        Assert.Equal([3001UL], _handled);
        Assert.Contains(" 3000 were dropped", Assert.Single(_logger.Entries).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_is_logged_with_the_interactions_id_and_the_next_is_handled()
    {
        var fault = new InvalidOperationException("broken");
        _handle = (id, _) => id <= 200 ? throw fault : Task.CompletedTask;
        Enqueue([.. Enumerable.Range(1, 201).Select(id => (ulong)id)]);
        _workers.Complete();
        await _workers.RunAsync(Cancellation);

        // More than there are workers.
        Assert.Equal(201, _handled.Count);
        Assert.Equal(200, _logger.Entries.Count);
        Assert.All(_logger.Events, e => Assert.Equal((LogLevel.Error, DiscordEvents.InteractionFailed, fault), e));
        Assert.Equal(Enumerable.Range(1, 200).Select(id => $"Interaction {id} failed."), _logger.Entries.Select(e => e.Text));
        Assert.Equal(0, _workers.Count);
    }

    [Fact]
    public async Task After_it_is_completed_nothing_more_is_accepted_and_what_was_started_is_finished()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _handle = (_, _) => gate.Task;
        Enqueue(1);
        var running = _workers.RunAsync(Cancellation);
        _workers.Complete();
        Enqueue(2);

        Assert.False(running.IsCompleted);
        gate.SetResult();
        await running;
        Assert.Equal([1UL], _handled);
    }

    [Fact]
    public async Task When_it_is_cancelled_it_ends_at_once_and_nothing_is_logged()
    {
        using var stop = new CancellationTokenSource();
        _handle = (_, cancellation) => Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellation);
        Enqueue(1);
        var running = _workers.RunAsync(stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Empty(_logger.Entries);
    }

    private void Enqueue(params IEnumerable<ulong> ids)
    {
        foreach (var id in ids)
        {
            _workers.Enqueue(id);
        }
    }
}

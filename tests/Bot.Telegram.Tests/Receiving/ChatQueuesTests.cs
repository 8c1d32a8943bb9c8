using System.Collections.Concurrent;
using Bot.Adapters.Limiting;
using Bot.Adapters.Pipeline;
using Bot.Telegram.Logging;
using Bot.Telegram.Receiving;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Types;

namespace Bot.Telegram.Tests.Receiving;

public sealed class ChatQueuesTests : IDisposable
{
    private readonly ConcurrentDictionary<int, (TaskCompletionSource Begun, TaskCompletionSource Gate)> _steps = [];
    private readonly ConcurrentQueue<int> _order = [];
    private readonly ListLogger _logger = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ChatQueues _queues;

    public ChatQueuesTests() => _queues = new ChatQueues(HandleAsync, _logger, _stop.Token);

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task Updates_of_one_chat_are_handled_one_after_another_in_the_order_in_which_they_came()
    {
        Task[] done = [Enqueue(1, 30), Enqueue(1, 10), Enqueue(1, 20)];
        await Begun(30);
        Assert.Equal([30], _order);

        Open(10);
        Open(20);
        Assert.False(done[1].IsCompleted);

        Open(30);
        await Task.WhenAll(done);
        Assert.Equal([30, 10, 20], _order);
    }

    [Fact]
    public async Task Different_chats_are_handled_beside_each_other()
    {
        var waiting = Enqueue(1, 1);
        await Begun(1);

        Open(2);
        await Enqueue(2, 2);
        Assert.False(waiting.IsCompleted);

        Open(1);
        await waiting;
    }

    [Fact]
    public async Task A_chat_that_was_empty_takes_more()
    {
        Open(1);
        Open(2);
        await Enqueue(1, 1);
        await Enqueue(1, 2);

        Assert.Equal([1, 2], _order);
    }

    [Fact]
    public async Task A_fault_is_logged_and_the_next_ones_turn_comes()
    {
        var fault = new InvalidOperationException("broken");
        var (broken, next) = (Enqueue(1, 1), Enqueue(1, 2));
        Open(2);
        _steps.GetOrAdd(1, _ => Step()).Gate.SetException(fault);

        await broken;
        await next;

        Assert.Equal([(LogLevel.Error, TelegramEvents.UpdateFailed, fault)], _logger.Events);
        Assert.Contains(" 1 ", Assert.Single(_logger.Entries).Text, StringComparison.Ordinal);
        Assert.Equal([1, 2], _order);
    }

    [Fact]
    public async Task A_handler_that_gives_up_by_itself_is_a_fault_too()
    {
        var task = Enqueue(1, 1);
        _steps.GetOrAdd(1, _ => Step()).Gate.SetCanceled(TestContext.Current.CancellationToken);

        await task;

        Assert.Equal(LogLevel.Error, Assert.Single(_logger.Entries).Level);
    }

    [Fact]
    public async Task What_is_cancelled_counts_as_not_handled()
    {
        var (begun, behind) = (Enqueue(1, 1), Enqueue(1, 2));
        await Begun(1);

        await _stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => begun);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => behind);
        Assert.True(begun.IsCanceled && behind.IsCanceled);
        Assert.Empty(_logger.Entries);
    }

    [Fact]
    public async Task Many_threads_at_once_lose_nothing()
    {
        for (var id = 0; id < 500; id++)
        {
            Open(id);
        }

        await Parallel.ForAsync(0, 500, TestContext.Current.CancellationToken, async (id, _) => await Enqueue(id % 7, id));

        Assert.Equal(Enumerable.Range(0, 500), _order.Order());
    }

    [Fact]
    public async Task In_one_chat_five_hundred_wait_and_what_comes_on_top_is_skipped_and_logged_once()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handled = 0;
        var queues = new ChatQueues(
            async (_, _, _, _) =>
            {
                await gate.Task;
                Interlocked.Increment(ref handled);
            },
            _logger,
            CancellationToken.None);

        // One is being handled, and what an earlier process admitted has room always.
        var waiting = Enumerable.Range(1, 501).Select(id => queues.EnqueueAsync(1, Some.Parsed(id))).ToList();
        Assert.All(Enumerable.Range(502, 20_000), id => Assert.True(queues.EnqueueAsync(1, Some.Parsed(id)).IsCompletedSuccessfully));
        waiting.Add(queues.EnqueueAsync(1, Some.Parsed(30_000), isOld: true));
        waiting.Add(queues.EnqueueAsync(2, Some.Parsed(30_001)));
        Assert.Equal(503, queues.Count);

        gate.SetResult();
        await Task.WhenAll(waiting);
        Assert.Equal(503, handled);
        Assert.Equal([(LogLevel.Warning, TelegramEvents.ChatQueueFull, null)], _logger.Events);
        Assert.Contains(" 500 ", Assert.Single(_logger.Entries).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_brings_updates_waits_while_too_many_are_there()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var queues = new ChatQueues((_, _, _, _) => gate.Task, _logger, CancellationToken.None);
        var waiting = Enumerable.Range(1, 1900).Select(chat => queues.EnqueueAsync(chat, Some.Parsed(chat))).ToList();
        await queues.WaitForCapacityAsync(TestContext.Current.CancellationToken);
        waiting.Add(queues.EnqueueAsync(1901, Some.Parsed(1901)));

        var room = queues.WaitForCapacityAsync(TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var stopped = queues.WaitForCapacityAsync(stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        Assert.False(room.IsCompleted);
        gate.SetResult();
        await room;
        await Task.WhenAll(waiting);
        var (_, id, text, _) = _logger.Entries.First();
        Assert.Equal(TelegramEvents.QueuesFull, id);
        Assert.StartsWith("1901 ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_handled_as_such_and_what_needs_nothing_does_not_even_wait()
    {
        var handled = new ConcurrentQueue<(int, AdmissionResult)>();
        var queues = new ChatQueues(
            (update, _, admission, _) =>
            {
                handled.Enqueue((update.Id, admission.Result));
                return Task.CompletedTask;
            },
            _logger,
            CancellationToken.None,
            (incoming, isOld) => isOld ? default(Admission) : incoming.Ids.Message switch { 1 => default(Admission), 2 => new Admission(AdmissionResult.Rejected, 9), 3 => null, _ => throw new InvalidOperationException("broken") });

        await queues.EnqueueAsync(1, Some.Parsed(1));
        await queues.EnqueueAsync(1, Some.Parsed(2));
        await queues.EnqueueAsync(1, Some.Parsed(3));
        await queues.EnqueueAsync(1, Some.Parsed(4));
        await queues.EnqueueAsync(1, Some.Parsed(3), isOld: true);

        Assert.Equal([(1, AdmissionResult.Admitted), (2, AdmissionResult.Rejected), (3, AdmissionResult.Admitted)], handled);
        var (_, id, text, _) = Assert.Single(_logger.Entries);
        Assert.Equal(TelegramEvents.UpdateFailed, id);
        Assert.Contains(" 4 ", text, StringComparison.Ordinal);
    }

    private static (TaskCompletionSource Begun, TaskCompletionSource Gate) Step() =>
        (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));

    private Task Enqueue(long chat, int id) => _queues.EnqueueAsync(chat, Some.Parsed(id));

    private Task Begun(int id) => _steps.GetOrAdd(id, _ => Step()).Begun.Task;

    private void Open(int id) => _steps.GetOrAdd(id, _ => Step()).Gate.SetResult();

    private async Task HandleAsync(Update update, Incoming incoming, Admission admission, CancellationToken cancellation)
    {
        var (begun, gate) = _steps.GetOrAdd(update.Id, _ => Step());
        _order.Enqueue(update.Id);
        begun.SetResult();
        await gate.Task.WaitAsync(cancellation);
    }
}

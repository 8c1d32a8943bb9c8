using Bot.Adapters.Limiting;
using Bot.Adapters.Pipeline;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Handles updates: those of one chat in order, those of different chats in parallel. Both are bounded. When too many wait in total,
/// the caller stops fetching, so Telegram keeps them. When too many wait in one chat, further updates there are not answered, as if a
/// limit had been exceeded. Safe for any number of threads.
/// </summary>
/// <param name="handle">Handles an update that was admitted, or says why it was rejected.</param>
/// <param name="logger">The logger for exceptions.</param>
/// <param name="cancellation">Cancels the handling.</param>
/// <param name="admit">
/// Decides whether an update is answered, given whether an earlier process already admitted it; returns null when there is nothing to do.
/// By default all are answered.
/// </param>
/// <param name="tokenRejected">Called when an answer was rejected because the token is unknown (401).</param>
internal sealed partial class ChatQueues(
    Func<Update, Incoming, Admission, CancellationToken, Task> handle,
    ILogger logger,
    CancellationToken cancellation,
    Func<Incoming, bool, Admission?>? admit = null,
    Action? tokenRejected = null)
{
    /// <summary>The maximum number of updates that are handled or wait: about ten megabytes.</summary>
    public const int MaxTotal = 2000;

    /// <summary>
    /// The maximum number of updates that wait in one chat. At Telegram's 20 messages a minute the next one would wait for 25 minutes,
    /// which nobody does.
    /// </summary>
    public const int MaxPerChat = 500;

    private readonly Dictionary<long, ChatQueue> _waiting = [];
    private int _count;
    private TaskCompletionSource? _capacity;

    /// <summary>The number of updates that are handled or wait.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether fetching must stop. A batch that was already fetched still fits.</summary>
    public bool IsFull => Count > MaxTotal - UpdatesClient.Limit;

    /// <summary>Adds an update to its chat's queue.</summary>
    /// <param name="chat">The chat's id.</param>
    /// <param name="update">The update.</param>
    /// <param name="isOld">Whether an earlier process already admitted it.</param>
    /// <returns>
    /// A task that completes when the update is handled. An exception is logged, and the next update follows. Cancelled when the handling is cancelled or the token becomes unknown.
    /// </returns>
    public Task EnqueueAsync(long chat, ParsedUpdate update, bool isOld = false)
    {
        if (Admit(update, isOld) is not { } admission)
        {
            return Task.CompletedTask;
        }

        var item = new Item(update.Update!, update.Incoming!, admission);
        lock (_waiting)
        {
            if (_waiting.TryGetValue(chat, out var queue))
            {
                if (queue.Items.Count < MaxPerChat || isOld)
                {
                    queue.Items.Enqueue(item);
                    _count++;
                    return item.Done.Task;
                }

                if (!queue.IsNotified)
                {
                    queue.IsNotified = true;
                    LogFullChat(MaxPerChat);
                }

                return Task.CompletedTask;
            }

            _waiting[chat] = new ChatQueue();
            _count++;
        }

        _ = Task.Run(() => WorkAsync(chat, item), CancellationToken.None);
        return item.Done.Task;
    }

    /// <summary>Whether a chat has updates that are handled or wait.</summary>
    public bool IsBusy(long chat)
    {
        lock (_waiting)
        {
            return _waiting.ContainsKey(chat);
        }
    }

    /// <summary>Waits until fetching may continue.</summary>
    public async Task WaitForCapacityAsync(CancellationToken stop)
    {
        Task room;
        lock (_waiting)
        {
            if (!IsFull)
            {
                return;
            }

            _capacity ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            room = _capacity.Task;
        }

        LogQueueFull(Count);
        await room.WaitAsync(stop).ConfigureAwait(false);
    }

    private Admission? Admit(ParsedUpdate update, bool isOld)
    {
        try
        {
            return admit is null ? default(Admission) : admit(update.Incoming!, isOld);
        }
        catch (Exception ex)
        {
            LogUpdateFailed(ex, update.Id);
            return null;
        }
    }

    private async Task WorkAsync(long chat, Item? item)
    {
        for (; item is not null; item = Next(chat))
        {
            try
            {
                await handle(item.Update, item.Incoming, item.Admission, cancellation).ConfigureAwait(false);
                item.Done.SetResult();
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                item.Done.SetCanceled(cancellation);
            }
            catch (ApiRequestException ex) when (ex.ErrorCode == 401)
            {
                // Telegram keeps the update for the next token. The receiver reports the rejection.
                tokenRejected?.Invoke();
                item.Done.SetCanceled(CancellationToken.None);
            }
            catch (Exception ex)
            {
                // One update that fails must not block those behind it. It would fail again if retried.
                LogUpdateFailed(ex, item.Update.Id);
                item.Done.SetResult();
            }
        }
    }

    private Item? Next(long chat)
    {
        lock (_waiting)
        {
            _count--;
            if (_capacity is not null && !IsFull)
            {
                _capacity.SetResult();
                _capacity = null;
            }

            if (_waiting[chat].Items.TryDequeue(out var next))
            {
                return next;
            }

            _waiting.Remove(chat);
            return null;
        }
    }

    [LoggerMessage(TelegramEvents.UpdateFailed, LogLevel.Error, "Update {Id} could not be handled and is skipped.")]
    private partial void LogUpdateFailed(Exception ex, int id);

    [LoggerMessage(TelegramEvents.QueuesFull, LogLevel.Warning, "{Count} updates are being handled or wait. Until there are fewer, no more are fetched, and Telegram keeps them.")]
    private partial void LogQueueFull(int count);

    [LoggerMessage(TelegramEvents.ChatQueueFull, LogLevel.Warning, "In one chat {Max} questions wait. Further ones there are not answered.")]
    private partial void LogFullChat(int max);

    private sealed class ChatQueue
    {
        public Queue<Item> Items { get; } = new();

        public bool IsNotified { get; set; }
    }

    private sealed record Item(Update Update, Incoming Incoming, Admission Admission)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

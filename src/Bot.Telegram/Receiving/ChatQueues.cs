using Bot.Adapters.Limiting;
using Bot.Adapters.Pipeline;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Handles updates: those of one chat in the order in which they came, those of different chats beside each other. Both are bounded:
/// when too many wait in all, the caller brings no more, so that Telegram keeps them; in a chat where too many wait, what comes is not
/// answered, as if more had been asked than may be. Safe for any number of threads.
/// </summary>
/// <param name="handle">Handles an update that was admitted, or says why another was not.</param>
/// <param name="logger">Takes faults.</param>
/// <param name="cancellation">Ends handling.</param>
/// <param name="admit">Whether an update is answered; null when nothing is to be done about it. Without it all are.</param>
/// <param name="tokenRejected">Told when an answer was not taken because the token is not known (401).</param>
internal sealed partial class ChatQueues(
    Func<Update, Incoming, Admission, CancellationToken, Task> handle,
    ILogger logger,
    CancellationToken cancellation,
    Func<Incoming, Admission?>? admit = null,
    Action? tokenRejected = null)
{
    /// <summary>How many updates are handled or wait in all: some ten megabytes.</summary>
    public const int MaxTotal = 2000;

    /// <summary>
    /// How many wait in one chat. Where Telegram lets the bot write 20 messages a minute, nobody waits the 25 minutes until the next is
    /// answered.
    /// </summary>
    public const int MaxPerChat = 500;

    private readonly Dictionary<long, ChatQueue> _waiting = [];
    private int _count;
    private TaskCompletionSource? _capacity;

    /// <summary>How many updates are handled or wait.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether no more should be brought. What is brought at once still finds room.</summary>
    public bool IsFull => Count > MaxTotal - UpdatesClient.Limit;

    /// <summary>Puts an update behind the others of its chat.</summary>
    /// <param name="chat">The chat's number.</param>
    /// <param name="update">The update.</param>
    /// <param name="isOld">Whether it was admitted before, by an earlier process.</param>
    /// <returns>
    /// Done when it is handled, whether well or not: a fault is logged, and the next one's turn comes. Cancelled when handling is, or when the token is not known any more.
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

    /// <summary>Whether updates of a chat are being handled or wait.</summary>
    public bool IsBusy(long chat)
    {
        lock (_waiting)
        {
            return _waiting.ContainsKey(chat);
        }
    }

    /// <summary>Waits until more may be brought.</summary>
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
            return isOld || admit is null ? default(Admission) : admit(update.Incoming!);
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
                // Telegram keeps it for the token that takes this one's place; who receives updates says what happened.
                tokenRejected?.Invoke();
                item.Done.SetCanceled(CancellationToken.None);
            }
            catch (Exception ex)
            {
                // One update that cannot be handled must not stop those behind it; asked again it would fail again.
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

    [LoggerMessage(TelegramEvents.QueuesFull, LogLevel.Warning, "{Count} updates are being answered or wait; no more are taken from Telegram, which keeps them, until there are fewer.")]
    private partial void LogQueueFull(int count);

    [LoggerMessage(TelegramEvents.ChatQueueFull, LogLevel.Warning, "In one chat {Max} questions wait to be answered; what comes there on top of them is not.")]
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

using Microsoft.Extensions.Logging;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Handles updates: those of one chat in the order in which they came, those of different chats beside each other.
/// Safe for any number of threads.
/// </summary>
internal sealed partial class ChatQueues(Func<Update, CancellationToken, Task> handle, ILogger logger, CancellationToken cancellation)
{
    private readonly Dictionary<long, Queue<Item>> _waiting = [];

    /// <summary>Puts an update behind the others of its chat.</summary>
    /// <param name="chat">The chat's number.</param>
    /// <param name="update">The update.</param>
    /// <returns>
    /// Done when it is handled, whether well or not: a fault is logged, and the next one's turn comes. Cancelled only when handling is.
    /// </returns>
    public Task EnqueueAsync(long chat, Update update)
    {
        var item = new Item(update);
        lock (_waiting)
        {
            if (_waiting.TryGetValue(chat, out var queue))
            {
                queue.Enqueue(item);
                return item.Done.Task;
            }

            _waiting[chat] = new Queue<Item>();
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

    private async Task WorkAsync(long chat, Item? item)
    {
        for (; item is not null; item = Next(chat))
        {
            try
            {
                await handle(item.Update, cancellation).ConfigureAwait(false);
                item.Done.SetResult();
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                item.Done.SetCanceled(cancellation);
            }
            catch (Exception fault)
            {
                // One update that cannot be handled must not stop those behind it; asked again it would fail again.
                LogPoison(fault, item.Update.Id);
                item.Done.SetResult();
            }
        }
    }

    private Item? Next(long chat)
    {
        lock (_waiting)
        {
            if (_waiting[chat].TryDequeue(out var next))
            {
                return next;
            }

            _waiting.Remove(chat);
            return null;
        }
    }

    [LoggerMessage(10, LogLevel.Error, "Update {Id} could not be handled and is passed over.")]
    private partial void LogPoison(Exception fault, int id);

    private sealed record Item(Update Update)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

using Bot.Adapters.Monitoring;
using Bot.Adapters.Queueing;
using Bot.Telegram.Logging;
using Bot.Telegram.Parsing;
using Microsoft.Extensions.Logging;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Tracks updates from receipt to confirmation. The offset stays at the oldest unhandled update, so that it is sent again if the process
/// dies. The server only shows a limited number from the offset on. When it has more, and waiting answers would block all other chats,
/// those updates are stored in the journal, which counts as handled.
/// </summary>
internal sealed partial class UpdateTracker(ChatQueues queues, UpdateJournal? journal, TimeProvider time, ILogger logger, AdapterTelemetry telemetry)
{
    // The number of oldest updates to wait for before the next poll; the rest continues meanwhile. If the bot waited for a whole batch,
    // one chat with several questions in it would leave the others idle.
    private const int EnoughHandled = UpdatesClient.Limit / 20;

    // Many times the number of updates that can be sent again.
    private const int RememberedIds = 64 * UpdatesClient.Limit;

    // A poll with the same offset any sooner gets at most one update (tdlib/telegram-bot-api,
    // Client::process_get_updates_query: within half a second).
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(0.6);

    // An answer that takes longer waits for Telegram, not for the network.
    private static readonly TimeSpan s_longWait = TimeSpan.FromSeconds(2);

    private readonly RecentIds<int> _seen = new(RememberedIds);
    private readonly SortedDictionary<int, Pending> _unfinished = [];
    private readonly HashSet<long> _slowChats = [];
    private readonly List<Task> _persisted = [];
    private int _next;

    /// <summary>Records an update's id; false if it has been seen before.</summary>
    public bool IsNew(int id) => _seen.Add(id);

    /// <summary>The id of the oldest unhandled update, or the one after the last; 0 before the first.</summary>
    public int Offset()
    {
        foreach (var (id, pending) in _unfinished)
        {
            if (!pending.IsHandled)
            {
                return id;
            }
        }

        return _next;
    }

    /// <summary>Starts with the updates that an earlier process stored and did not answer.</summary>
    public void Resume()
    {
        try
        {
            var unreadable = 0;
            foreach (var parsed in journal?.Read(out unreadable) ?? [])
            {
                _seen.Add(parsed.Id);
                var chat = UpdateRouting.ChatIdOf(parsed.Update!);
                _slowChats.Add(chat);
                _persisted.Add(MarkHandledAsync(parsed.Id, queues.EnqueueAsync(chat, parsed, isOld: true)));
            }

            if (unreadable > 0)
            {
                LogJournalLinesSkipped(unreadable);
            }
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            LogJournalFailed(ex.Message);
        }
    }

    /// <summary>Waits until there is room for more.</summary>
    public Task WaitForCapacityAsync(CancellationToken cancellation) => queues.WaitForCapacityAsync(cancellation);

    /// <summary>Queues updates for handling.</summary>
    public void Accept(List<ParsedUpdate> updates)
    {
        foreach (var handled in _unfinished.Where(u => u.Value.IsHandled).Select(u => u.Key).ToList())
        {
            _unfinished.Remove(handled);
        }

        _slowChats.RemoveWhere(chat => !queues.IsBusy(chat));
        foreach (var received in updates)
        {
            Report(received);
            if (received is { Update: { } update, Incoming: not null })
            {
                var chat = UpdateRouting.ChatIdOf(update);
                _unfinished[received.Id] = new Pending(received, chat, queues.EnqueueAsync(chat, received), time.GetTimestamp());
            }
        }

        if (updates.Count == UpdatesClient.Limit)
        {
            Persist(_slowChats);
        }

        if (updates.Count > 0)
        {
            _next = updates.Max(u => u.Id) + 1;
        }
    }

    /// <summary>Waits until another poll is useful: there is something to confirm, or some time has passed.</summary>
    /// <param name="isMoreThere">Whether the server probably has more updates than it showed, so that waiting ones block them.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public async Task WaitForProgressAsync(bool isMoreThere, CancellationToken cancellation)
    {
        var awaited = _unfinished.Values
            .SkipWhile(u => u.IsHandled)
            .Take(isMoreThere ? EnoughHandled : int.MaxValue)
            .Where(u => !u.IsHandled)
            .ToList();
        if (awaited.Count == 0)
        {
            return;
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(Task.WhenAll(awaited.Select(u => u.Handling)), Task.Delay(s_timeout, time, timeout.Token)).ConfigureAwait(false);
        await timeout.CancelAsync().ConfigureAwait(false);
        if (isMoreThere && !cancellation.IsCancellationRequested)
        {
            Persist([.. _unfinished.Values.Where(u => !u.IsHandled && time.GetElapsedTime(u.Since) >= s_longWait).Select(u => u.Chat)]);
        }
    }

    /// <summary>Waits until all updates are handled.</summary>
    /// <param name="cancellation">Cancels the wait. Telegram sends the remaining updates again at the next start.</param>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAll([.. _unfinished.Values.Select(u => u.Handling), .. _persisted]).WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            LogUnanswered(_unfinished.Values.Count(u => !u.IsHandled) + _persisted.Count(t => !t.IsCompleted));
        }
    }

    private void Report(ParsedUpdate received)
    {
        if (received.Error is not { } error)
        {
            return;
        }

        var isPartial = received.Update is not null;
        telemetry.Unreadable(isPartial);
        if (isPartial)
        {
            LogReadInPart(received.Id, error);
        }
        else
        {
            LogUnreadable(received.Id, error);
        }
    }

    // All updates of a chat, oldest first, so that the order in the chat survives a restart.
    private void Persist(HashSet<long> chats)
    {
        var waiting = _unfinished.Values.Where(u => !u.IsHandled && chats.Contains(u.Chat) && UpdateJournal.CanHold(u.Received)).ToList();
        if (waiting.Count == 0 || journal is null)
        {
            return;
        }

        try
        {
            journal.Append(waiting.ConvertAll(w => w.Received));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // They stay unconfirmed, and so do the others behind them.
            LogJournalFailed(ex.Message);
            return;
        }

        LogUpdatesPersisted(waiting.Count);
        _persisted.RemoveAll(t => t.IsCompleted);
        foreach (var pending in waiting)
        {
            _unfinished.Remove(pending.Received.Id);
            _slowChats.Add(pending.Chat);
            _persisted.Add(MarkHandledAsync(pending.Received.Id, pending.Handling));
        }
    }

    private async Task MarkHandledAsync(int id, Task handling)
    {
        try
        {
            await handling.ConfigureAwait(false);
            journal?.MarkHandled(id);
        }
        catch (OperationCanceledException)
        {
            // The next process finds it.
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            LogJournalFailed(ex.Message);
        }
    }

    [LoggerMessage(TelegramEvents.UpdateSkipped, LogLevel.Warning, "Update {Id} is unreadable and was skipped: {Error}")]
    private partial void LogUnreadable(int id, string error);

    [LoggerMessage(TelegramEvents.UpdateReadInPart, LogLevel.Warning, "A part of update {Id} is unreadable and was left out; the rest is handled: {Error}")]
    private partial void LogReadInPart(int id, string error);

    [LoggerMessage(TelegramEvents.JournalLinesSkipped, LogLevel.Warning, "{Count} line(s) of the saved updates are unreadable and were skipped; the others are answered.")]
    private partial void LogJournalLinesSkipped(int count);

    [LoggerMessage(TelegramEvents.UpdatesUnanswered, LogLevel.Warning, "{Count} update(s) remain unanswered; the bot answers them after the next start.")]
    private partial void LogUnanswered(int count);

    [LoggerMessage(TelegramEvents.UpdatesStored, LogLevel.Debug, "{Count} update(s) whose answers must wait were stored, so that others do not wait behind them.")]
    private partial void LogUpdatesPersisted(int count);

    [LoggerMessage(TelegramEvents.StateFolderUnusable, LogLevel.Error, "The folder of State:Folder cannot be used: {Error} Chats that Telegram throttles may delay others.")]
    private partial void LogJournalFailed(string error);

    /// <summary>An update that the server still has.</summary>
    private sealed record Pending(ParsedUpdate Received, long Chat, Task Handling, long Since)
    {
        public bool IsHandled => Handling.IsCompletedSuccessfully;
    }
}

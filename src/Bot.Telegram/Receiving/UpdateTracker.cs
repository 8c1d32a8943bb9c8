using Bot.Adapters.Monitoring;
using Bot.Adapters.Queueing;
using Bot.Telegram.Logging;
using Bot.Telegram.Parsing;
using Microsoft.Extensions.Logging;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Updates from when they come until they may be confirmed. The offset stays at the oldest that is still being handled, so that a
/// process that dies gets it again. The server shows only so many from the offset on: when it has more, and answers that must wait
/// hold up all other chats, those updates are written down, which counts as handled.
/// </summary>
internal sealed partial class UpdateTracker(ChatQueues queues, UpdateJournal? journal, TimeProvider time, ILogger logger, AdapterTelemetry telemetry)
{
    // Enough of the oldest handled to ask for more: the rest goes on meanwhile. Were a whole batch waited for, a chat with several
    // questions in it would leave the others idle.
    private const int EnoughHandled = UpdatesClient.Limit / 20;

    // Many times what can come again.
    private const int RememberedIds = 64 * UpdatesClient.Limit;

    // Asking again with the same offset any sooner gets one update at most (tdlib/telegram-bot-api,
    // Client::process_get_updates_query: within half a second).
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(0.6);

    // An answer that takes longer waits for Telegram, not for the network.
    private static readonly TimeSpan s_longWait = TimeSpan.FromSeconds(2);

    private readonly RecentIds<int> _seen = new(RememberedIds);
    private readonly SortedDictionary<int, Pending> _unfinished = [];
    private readonly HashSet<long> _slowChats = [];
    private readonly List<Task> _persisted = [];
    private int _next;

    /// <summary>Whether an update has not come before; from now on it has.</summary>
    public bool IsNew(int id) => _seen.Add(id);

    /// <summary>The oldest that is not handled, or the one behind the last; 0 before the first.</summary>
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

    /// <summary>Begins with what an earlier process wrote down and did not answer.</summary>
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

    /// <summary>Has updates handled.</summary>
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

    /// <summary>Waits until asking for more is worth while: there is something to confirm, or some time has passed.</summary>
    /// <param name="isMoreThere">Whether the server probably has more than it showed, so that what waits holds it up.</param>
    /// <param name="cancellation">Ends the wait.</param>
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

    /// <summary>Waits until all is handled.</summary>
    /// <param name="cancellation">Ends the wait; what is left comes again at the next start.</param>
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

    // All of a chat, the oldest first, so that the order in the chat outlives the process.
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
            // They stay unconfirmed, and the others behind them.
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

    [LoggerMessage(TelegramEvents.UpdateSkipped, LogLevel.Warning, "Update {Id} cannot be read and is skipped: {Error}")]
    private partial void LogUnreadable(int id, string error);

    [LoggerMessage(TelegramEvents.UpdateReadInPart, LogLevel.Warning, "A part of update {Id} cannot be read and is left out; the rest is handled: {Error}")]
    private partial void LogReadInPart(int id, string error);

    [LoggerMessage(TelegramEvents.JournalLinesSkipped, LogLevel.Warning, "{Count} line(s) of the saved updates cannot be read and are skipped; the others are answered.")]
    private partial void LogJournalLinesSkipped(int count);

    [LoggerMessage(TelegramEvents.UpdatesUnanswered, LogLevel.Warning, "{Count} update(s) remain unanswered; the next start answers them.")]
    private partial void LogUnanswered(int count);

    [LoggerMessage(TelegramEvents.UpdatesStored, LogLevel.Debug, "{Count} update(s) whose answers must wait were written down, so that others do not wait behind them.")]
    private partial void LogUpdatesPersisted(int count);

    [LoggerMessage(TelegramEvents.StateFolderUnusable, LogLevel.Error, "The folder of State:Folder cannot be used: {Error} Chats that Telegram slows down may hold up others.")]
    private partial void LogJournalFailed(string error);

    /// <summary>An update that the server still has.</summary>
    private sealed record Pending(ParsedUpdate Received, long Chat, Task Handling, long Since)
    {
        public bool IsHandled => Handling.IsCompletedSuccessfully;
    }
}

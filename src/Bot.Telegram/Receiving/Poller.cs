using Bot.Telegram.Sending;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Long polling. An update is confirmed only after it was handled: the offset stays at the oldest that is still being handled,
/// so that a process that dies gets it again. Whatever comes twice for that reason is handled once. The server shows only so
/// many updates from the offset on; when answers that wait would fill that window and hold up all other chats, they are written
/// down, and confirmed.
/// </summary>
internal sealed partial class Poller(UpdateSource source, ChatQueues queues, Backlog backlog, TimeProvider time, ILogger logger)
{
    // While an answer waits, the server gives at once what is known already; so often it is asked whether there is more.
    private static readonly TimeSpan s_recheck = TimeSpan.FromMilliseconds(250);

    // An answer that takes longer waits for Telegram, not for the network.
    private static readonly TimeSpan s_longWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_lastWord = TimeSpan.FromSeconds(3);

    // So many known updates among those that came leave too little room for others.
    private const int MostWaiting = UpdateSource.Limit / 2;

    // Many times what can come again.
    private const int RememberedIds = 64 * UpdateSource.Limit;

    private readonly SeenUpdates _seen = new(RememberedIds);
    private readonly SortedDictionary<int, Pending> _unfinished = [];
    private readonly List<Task> _kept = [];
    private int _next;

    /// <summary>Receives until it is cancelled.</summary>
    /// <exception cref="ApiRequestException">Telegram will never give updates to this token.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        Resume();
        for (var failures = 0; ;)
        {
            try
            {
                var updates = await source.GetAsync(Offset(), UpdateSource.LongPollSeconds, cancellation).ConfigureAwait(false);
                if (failures > 0)
                {
                    LogBack(failures);
                    failures = 0;
                }

                await SettleAsync(Take(updates), cancellation).ConfigureAwait(false);
                if (updates.Count == UpdateSource.Limit)
                {
                    MakeRoom();
                }
            }
            catch (ApiRequestException refusal) when (Sender.IsFatal(refusal))
            {
                throw;
            }
            catch (RequestException fault)
            {
                failures++;
                await WaitAsync(fault, failures, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Waits for what is being handled, and confirms what was: a bot that is stopped and started again does not answer twice.
    /// </summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAll(_unfinished.Values.Select(u => u.Handling)).WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            LogUnanswered(_unfinished.Values.Count(u => !u.IsHandled));
        }

        try
        {
            if (_next > 0)
            {
                using var patience = new CancellationTokenSource(s_lastWord, time);
                await source.GetAsync(Offset(), 0, patience.Token).ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or RequestException)
        {
            LogUnconfirmed();
        }
    }

    private void Resume()
    {
        try
        {
            foreach (var update in backlog.Read())
            {
                _seen.Add(update.Id);
                _kept.Add(StrikeAsync(update.Id, queues.EnqueueAsync(Conversation.ChatOf(update), update)));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogBacklog(fault.Message);
        }
    }

    // The oldest that is not handled, or the one behind the last.
    private int Offset()
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

    // Gives what is handled from now on.
    private List<Task> Take(IReadOnlyList<Received> updates)
    {
        foreach (var handled in _unfinished.Where(u => u.Value.IsHandled).Select(u => u.Key).ToList())
        {
            _unfinished.Remove(handled);
        }

        var taken = new List<Task>(updates.Count);
        foreach (var received in updates)
        {
            if (!_seen.Add(received.Id))
            {
                continue;
            }

            if (received.Update is { } update)
            {
                var handling = queues.EnqueueAsync(Conversation.ChatOf(update), update);
                _unfinished[received.Id] = new Pending(update, handling, time.GetTimestamp());
                taken.Add(handling);
            }
            else
            {
                LogUnreadable(received.Id, received.Fault);
            }
        }

        if (updates.Count > 0)
        {
            _next = updates.Max(u => u.Id) + 1;
        }

        return taken;
    }

    // Asking again is worth while when what came has been handled, or when some time has passed.
    private async Task SettleAsync(List<Task> taken, CancellationToken cancellation)
    {
        if (_unfinished.Count > 0)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var handled = Task.WhenAll(taken.Count > 0 ? taken : _unfinished.Values.Select(u => u.Handling));
            await Task.WhenAny(handled, Task.Delay(s_recheck, time, enough.Token)).ConfigureAwait(false);
            await enough.CancelAsync().ConfigureAwait(false);
        }
    }

    private void MakeRoom()
    {
        var waiting = _unfinished.Where(u => !u.Value.IsHandled).ToList();
        if (waiting.Count < MostWaiting || time.GetElapsedTime(waiting[0].Value.Since) < s_longWait)
        {
            return;
        }

        try
        {
            backlog.Keep([.. waiting.Select(w => w.Value.Update)]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // They stay unconfirmed, and the others behind them.
            LogBacklog(fault.Message);
            return;
        }

        LogKept(waiting.Count);
        _kept.RemoveAll(t => t.IsCompleted);
        foreach (var (id, pending) in waiting)
        {
            _unfinished.Remove(id);
            _kept.Add(StrikeAsync(id, pending.Handling));
        }
    }

    private async Task StrikeAsync(int id, Task handling)
    {
        try
        {
            await handling.ConfigureAwait(false);
            backlog.Strike(id);
        }
        catch (OperationCanceledException)
        {
            // The next process finds it.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogBacklog(fault.Message);
        }
    }

    private async Task WaitAsync(RequestException fault, int failures, CancellationToken cancellation)
    {
        var wait = Backoff.Delay(failures, Random.Shared.NextDouble());
        if (fault is ApiRequestException refusal)
        {
            if (refusal.Parameters?.RetryAfter is { } seconds)
            {
                wait = TimeSpan.FromSeconds(seconds);
            }

            if (refusal.ErrorCode == 409)
            {
                LogConflict(refusal.Message, wait.TotalSeconds);
            }
            else
            {
                LogRefused(refusal.ErrorCode, refusal.Message, wait.TotalSeconds);
            }
        }
        else
        {
            LogAway(failures, Sender.Summary(fault), wait.TotalSeconds);
        }

        await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
    }

    [LoggerMessage(1, LogLevel.Information, "Telegram is reached again after {Failures} failure(s).")]
    private partial void LogBack(int failures);

    [LoggerMessage(2, LogLevel.Warning, "Update {Id} cannot be read and is passed over: {Fault}")]
    private partial void LogUnreadable(int id, string? fault);

    [LoggerMessage(3, LogLevel.Warning, "Somebody else asks Telegram for this bot's updates; is it running twice? Trying again in {Seconds:0.0} s. ({Description})")]
    private partial void LogConflict(string description, double seconds);

    [LoggerMessage(4, LogLevel.Warning, "Telegram gave no updates: {Code} {Description}. Trying again in {Seconds:0.0} s.")]
    private partial void LogRefused(int code, string description, double seconds);

    [LoggerMessage(5, LogLevel.Warning, "Telegram cannot be reached (failure {Failures}): {Fault} Trying again in {Seconds:0.0} s.")]
    private partial void LogAway(int failures, string fault, double seconds);

    [LoggerMessage(6, LogLevel.Warning, "{Count} update(s) are left unanswered; Telegram gives them again at the next start.")]
    private partial void LogUnanswered(int count);

    [LoggerMessage(7, LogLevel.Warning, "The last answers could not be confirmed; they may be given again at the next start.")]
    private partial void LogUnconfirmed();

    [LoggerMessage(8, LogLevel.Information, "{Count} update(s) whose answers must wait were written down, so that others do not wait behind them.")]
    private partial void LogKept(int count);

    [LoggerMessage(9, LogLevel.Error, "The folder of Telegram:StateFolder cannot be used: {Fault} Chats that Telegram slows down may hold up others.")]
    private partial void LogBacklog(string fault);

    private sealed record Pending(Update Update, Task Handling, long Since)
    {
        public bool IsHandled => Handling.IsCompletedSuccessfully;
    }
}

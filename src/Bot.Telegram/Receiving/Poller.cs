using Bot.Telegram.Sending;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Exceptions;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Long polling. An update is confirmed only after it was handled: the offset stays at the oldest that is still being handled,
/// so that a process that dies gets it again. Whatever comes twice for that reason is handled once.
/// </summary>
internal sealed partial class Poller(UpdateSource source, ChatQueues queues, TimeProvider time, ILogger logger)
{
    // While an answer waits, the server would give what is known already at once; so often it is asked whether there is more.
    private static readonly TimeSpan s_recheck = TimeSpan.FromMilliseconds(250);

    // Many times what can come again.
    private const int RememberedIds = 64 * UpdateSource.Limit;

    private readonly SeenUpdates _seen = new(RememberedIds);
    private readonly SortedDictionary<int, Task> _unfinished = [];
    private int _next;

    /// <summary>Receives until it is cancelled.</summary>
    /// <exception cref="ApiRequestException">Telegram will never give updates to this token: 401 or 404.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
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

                Take(updates);
                await SettleAsync(cancellation).ConfigureAwait(false);
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
            await Task.WhenAll(_unfinished.Values).WaitAsync(cancellation).ConfigureAwait(false);
            await source.GetAsync(Offset(), 0, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is OperationCanceledException or RequestException)
        {
            LogUnconfirmed(_unfinished.Values.Count(t => !t.IsCompletedSuccessfully));
        }
    }

    // The oldest that is not finished, or the one behind the last.
    private int Offset()
    {
        foreach (var (id, task) in _unfinished)
        {
            if (!task.IsCompletedSuccessfully)
            {
                return id;
            }
        }

        return _next;
    }

    private void Take(IReadOnlyList<Received> updates)
    {
        foreach (var finished in _unfinished.Where(u => u.Value.IsCompletedSuccessfully).Select(u => u.Key).ToList())
        {
            _unfinished.Remove(finished);
        }

        foreach (var received in updates)
        {
            if (!_seen.Add(received.Id))
            {
                continue;
            }

            if (received.Update is { } update)
            {
                _unfinished[received.Id] = queues.EnqueueAsync(Conversation.ChatOf(update), update);
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
    }

    // Asking again is worth while only when there is something to confirm, or some time has passed.
    private async Task SettleAsync(CancellationToken cancellation)
    {
        if (_unfinished.Count > 0)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(Task.WhenAll(_unfinished.Values), Task.Delay(s_recheck, time, enough.Token)).ConfigureAwait(false);
            await enough.CancelAsync().ConfigureAwait(false);
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

    [LoggerMessage(6, LogLevel.Warning, "{Count} update(s) were left unanswered or unconfirmed; Telegram gives them again at the next start.")]
    private partial void LogUnconfirmed(int count);
}

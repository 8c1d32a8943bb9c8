using Bot.Loopback.Core;

namespace Bot.Loopback.Telegram;

/// <summary>Carries out <c>getUpdates</c>: gives what waits, or holds the call until something comes.</summary>
internal sealed class Polling(UpdateQueue updates, TimeProvider time, TelegramServerOptions options, Changes changes)
{
    private const int MaxWait = 50;
    private static readonly TimeSpan s_conflictPause = TimeSpan.FromSeconds(3);
    private readonly Lock _lock = new();
    private Poll? _waiting;
    private DateTimeOffset _conflictAllowed = DateTimeOffset.MinValue;
    private int _previousOffset = int.MinValue;
    private DateTimeOffset _previousStart = DateTimeOffset.MinValue;

    /// <summary>Whether a call is held.</summary>
    public bool IsWaiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting is not null;
            }
        }
    }

    /// <summary>Answers one call.</summary>
    public async Task<Answer> AnswerAsync(Parameters parameters, CancellationToken aborted)
    {
        var offset = parameters.Number("offset", 0, int.MinValue, int.MaxValue);
        var limit = parameters.Number("limit", 100, 1, 100);
        var timeout = parameters.Number("timeout", 0, 0, MaxWait);
        updates.Allow(parameters);
        Poll poll;
        Task<PollEnd> end;
        lock (_lock)
        {
            if (options.SlowsRepeatedPolls)
            {
                SlowDown(offset, ref limit, ref timeout);
            }

            var taken = updates.Take(offset, limit);
            if (taken.Count > 0 || timeout == 0)
            {
                return Given(taken);
            }

            // The older of two held calls loses. A call that is answered at once disturbs nobody.
            _waiting?.End(PollEnd.OtherPoll);
            poll = new(offset, limit);
            // The time runs before anybody can see that the call is held.
            end = poll.Ended.WaitAsync(TimeSpan.FromSeconds(timeout), time, aborted);
            _waiting = poll;
        }

        changes.Notify();
        return await HoldAsync(poll, end, aborted);
    }

    /// <summary>Ends the held call, because a webhook was set.</summary>
    public void EndForWebhook()
    {
        lock (_lock)
        {
            _waiting?.End(PollEnd.Webhook);
            _waiting = null;
        }
    }

    /// <summary>Answers the held call, because an update came.</summary>
    public void Wake()
    {
        lock (_lock)
        {
            _waiting?.End(PollEnd.Update);
        }
    }

    private static Answer Given(IReadOnlyList<QueuedUpdate> taken)
    {
        if (taken.Count == 0)
        {
            return Answer.Ok("[]"u8);
        }

        var result = new byte[taken.Sum(u => u.Json.Length) + taken.Count + 1];
        var at = 0;
        foreach (var update in taken)
        {
            result[at++] = (byte)(at == 1 ? '[' : ',');
            update.Json.CopyTo(result, at);
            at += update.Json.Length;
        }

        result[at] = (byte)']';
        return Answer.Ok(result);
    }

    private async Task<Answer> HoldAsync(Poll poll, Task<PollEnd> ended, CancellationToken aborted)
    {
        PollEnd end;
        try
        {
            end = await ended;
        }
        catch (TimeoutException)
        {
            end = PollEnd.Timeout;
        }
        finally
        {
            lock (_lock)
            {
                if (_waiting == poll)
                {
                    _waiting = null;
                }
            }
        }

        if (end is PollEnd.Update or PollEnd.Timeout)
        {
            return Given(updates.Take(poll.Offset, poll.Limit));
        }

        return await ConflictAsync(
            end == PollEnd.Webhook
                ? "Conflict: terminated by setWebhook request"
                : "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            aborted);
    }

    // Two bots that fight over a token are told so at most once in three seconds; the others are held so long.
    private async Task<Answer> ConflictAsync(string description, CancellationToken aborted)
    {
        var now = time.GetUtcNow();
        bool held;
        lock (_lock)
        {
            held = options.SlowsRepeatedPolls && now < _conflictAllowed;
            if (!held)
            {
                _conflictAllowed = now + s_conflictPause;
            }
        }

        if (held)
        {
            await Task.Delay(s_conflictPause, time, aborted);
        }

        return Answer.Error(409, description);
    }

    private void SlowDown(int offset, ref int limit, ref int timeout)
    {
        var now = time.GetUtcNow();
        if (offset == _previousOffset && timeout < 3 && now < _previousStart.AddSeconds(3))
        {
            timeout = 3;
        }

        if (offset == _previousOffset && now < _previousStart.AddSeconds(0.5))
        {
            limit = 1;
        }

        _previousOffset = offset;
        _previousStart = now;
    }

    private enum PollEnd
    {
        Update,
        Timeout,
        OtherPoll,
        Webhook,
    }

    private sealed class Poll(int offset, int limit)
    {
        private readonly TaskCompletionSource<PollEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Offset => offset;

        public int Limit => limit;

        public Task<PollEnd> Ended => _end.Task;

        public void End(PollEnd end) => _end.TrySetResult(end);
    }
}

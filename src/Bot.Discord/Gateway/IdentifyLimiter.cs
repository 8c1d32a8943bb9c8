using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// Limits how fast sessions start, as Discord requires: a number per 5 seconds and bucket, and a number per day, after which Discord would
/// reset the token (Gateway, Identifying; Session Start Limit Object).
/// </summary>
internal sealed partial class IdentifyLimiter : IDisposable
{
    // Half a second more than Discord requires, because the latency of messages varies.
    private static readonly TimeSpan s_identifyInterval = TimeSpan.FromSeconds(5.5);
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SessionStartLimit _limit;
    private readonly Bucket[] _buckets;
    private readonly Lock _lock = new();
    private int _remaining;
    private long _dayBegan;
    private TimeSpan _dayLeft;

    /// <summary>Creates the limiter.</summary>
    /// <param name="limit">The limits that apply from now on.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The logger for long waits.</param>
    public IdentifyLimiter(SessionStartLimit limit, TimeProvider time, ILogger logger)
    {
        (_limit, _time, _logger) = (limit, time, logger);
        _buckets = [.. Enumerable.Range(0, Math.Max(1, limit.MaxConcurrency)).Select(_ => new Bucket())];
        (_remaining, _dayBegan) = (limit.Remaining, time.GetTimestamp());

        // A day in which no session has started yet begins with the first one.
        _dayLeft = limit.ResetAfter > 0 ? TimeSpan.FromMilliseconds(limit.ResetAfter) : s_day;
    }

    /// <summary>The longest wait of a shard for the daily limit.</summary>
    public static TimeSpan MaxWait => s_day;

    /// <summary>Waits until a shard may start a session. No other shard of its bucket gets a turn until this one is used or returned.</summary>
    public async Task<IdentifyTurn> EnterAsync(int shard, CancellationToken cancellation)
    {
        var bucket = _buckets[shard % _buckets.Length];
        await bucket.Turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            while (Take() is { } wait)
            {
                LogIdentifyLimitReached(wait);
                await Task.Delay(wait, _time, cancellation).ConfigureAwait(false);
            }

            if (bucket.Last is { } last && s_identifyInterval - _time.GetElapsedTime(last) is var rest && rest > TimeSpan.Zero)
            {
                await Task.Delay(rest, _time, cancellation).ConfigureAwait(false);
            }

            return new IdentifyTurn(isUsed => End(bucket, isUsed));
        }
        catch (OperationCanceledException)
        {
            bucket.Turn.Release();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var bucket in _buckets)
        {
            bucket.Turn.Dispose();
        }
    }

    private void End(Bucket bucket, bool isUsed)
    {
        if (isUsed)
        {
            bucket.Last = _time.GetTimestamp();
        }
        else
        {
            lock (_lock)
            {
                // A new day may have begun in the meantime.
                _remaining = Math.Min(_remaining + 1, Math.Max(_limit.Total, _limit.Remaining));
            }
        }

        bucket.Turn.Release();
    }

    // The wait until the next day; null when one of today's sessions was taken.
    private TimeSpan? Take()
    {
        lock (_lock)
        {
            var left = _dayLeft - _time.GetElapsedTime(_dayBegan);
            if (left <= TimeSpan.Zero)
            {
                (_remaining, _dayBegan, _dayLeft) = (_limit.Total, _time.GetTimestamp(), s_day);
                left = s_day;
            }

            if (_remaining <= 0)
            {
                return left;
            }

            _remaining--;
            return null;
        }
    }

    [LoggerMessage(DiscordEvents.SessionStartLimitReached, LogLevel.Error, "Discord allows this bot no new session for {Wait}: too many were started. The bot waits, because one more would cost its token.")]
    private partial void LogIdentifyLimitReached(TimeSpan wait);

    private sealed class Bucket
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public long? Last { get; set; }
    }
}

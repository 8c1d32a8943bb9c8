using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// Lets sessions begin no faster than Discord allows: so many in 5 seconds, by shard, and so many in a day, after which it would take
/// the token away (Gateway, Identifying; Session Start Limit Object).
/// </summary>
internal sealed partial class IdentifyLimiter : IDisposable
{
    // Half a second more than Discord counts, since messages do not travel equally fast.
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

    /// <summary>Makes the gate.</summary>
    /// <param name="limit">What Discord allows from now.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Takes long waits.</param>
    public IdentifyLimiter(SessionStartLimit limit, TimeProvider time, ILogger logger)
    {
        (_limit, _time, _logger) = (limit, time, logger);
        _buckets = [.. Enumerable.Range(0, Math.Max(1, limit.MaxConcurrency)).Select(_ => new Bucket())];
        (_remaining, _dayBegan) = (limit.Remaining, time.GetTimestamp());

        // A day in which no session was begun yet begins with the first.
        _dayLeft = limit.ResetAfter > 0 ? TimeSpan.FromMilliseconds(limit.ResetAfter) : s_day;
    }

    /// <summary>The longest that one shard is kept waiting by what a day allows.</summary>
    public static TimeSpan MaxWait => s_day;

    /// <summary>Waits until a shard may begin a session. Until its turn is used or given back, no other shard of its bucket has one.</summary>
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
                // A new day may have begun since.
                _remaining = Math.Min(_remaining + 1, Math.Max(_limit.Total, _limit.Remaining));
            }
        }

        bucket.Turn.Release();
    }

    // How long to wait for the next day; null when one of this day's was taken.
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

    [LoggerMessage(DiscordEvents.SessionStartLimitReached, LogLevel.Error, "Discord lets this bot begin no more sessions for {Wait}: too many were begun. The bot waits, since one more would cost its token.")]
    private partial void LogIdentifyLimitReached(TimeSpan wait);

    private sealed class Bucket
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public long? Last { get; set; }
    }
}

namespace Bot.Loopback.Discord;

/// <summary>How often a route was used within its window.</summary>
internal sealed class RateBucket(int limit, TimeSpan window)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _ends;
    private int _used;

    /// <summary>Counts a request.</summary>
    public BucketState Take(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (now >= _ends)
            {
                (_ends, _used) = (now + window, 0);
            }

            var isAllowed = _used < limit;
            if (isAllowed)
            {
                _used++;
            }

            return new(isAllowed, limit, limit - _used, _ends);
        }
    }

    /// <summary>How a bucket stands after a request.</summary>
    internal readonly record struct BucketState(bool IsAllowed, int Limit, int Remaining, DateTimeOffset Resets);
}

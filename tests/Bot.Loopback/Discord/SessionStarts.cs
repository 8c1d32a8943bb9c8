namespace Bot.Loopback.Discord;

/// <summary>How many sessions the bot may start: so many a day, and of each key one in 5 seconds ("Gateway", Max Concurrency).</summary>
internal sealed class SessionStarts(DiscordServerOptions options)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private readonly Dictionary<int, DateTimeOffset> _last = [];
    private DateTimeOffset _dayEnds = options.Time.GetUtcNow() + TimeSpan.FromDays(1);
    private int _used = options.SessionStartsUsed;

    /// <summary>How many may still be started today.</summary>
    public int Remaining
    {
        get
        {
            lock (_lock)
            {
                Turn();
                return Math.Max(0, options.SessionStarts - _used);
            }
        }
    }

    /// <summary>After how long a new day begins.</summary>
    public TimeSpan ResetAfter
    {
        get
        {
            lock (_lock)
            {
                Turn();
                return _dayEnds - options.Time.GetUtcNow();
            }
        }
    }

    /// <summary>Counts a start; false if there was none left.</summary>
    public bool Take()
    {
        lock (_lock)
        {
            Turn();
            return ++_used <= options.SessionStarts;
        }
    }

    /// <summary>Whether a shard may start now.</summary>
    public bool IsInTime(int shard)
    {
        var key = shard % options.MaxConcurrency;
        lock (_lock)
        {
            var now = options.Time.GetUtcNow();
            if (_last.TryGetValue(key, out var last) && now - last < s_pause)
            {
                return false;
            }

            _last[key] = now;
            return true;
        }
    }

    private void Turn()
    {
        var now = options.Time.GetUtcNow();
        if (now < _dayEnds)
        {
            return;
        }

        _dayEnds = now + TimeSpan.FromDays(1);
        _used = 0;
    }
}

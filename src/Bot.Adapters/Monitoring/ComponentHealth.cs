namespace Bot.Adapters.Monitoring;

/// <summary>
/// How a part of the bot is, by what really happened to it. It is ill until it is first found well. Nothing that is told here may
/// hold a secret, or anything of a user: anybody who reaches the health endpoint reads it. Safe for any number of threads.
/// </summary>
public sealed class ComponentHealth
{
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private ComponentState _notified;
    private string? _degraded;
    private TimeSpan? _validFor;
    private DateTimeOffset _confirmed;
    private long _confirmedAt;

    /// <summary>Makes it; the part is ill, since it has not begun.</summary>
    /// <param name="name">What the part is called.</param>
    /// <param name="time">The clock.</param>
    public ComponentHealth(string name, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _notified = new ComponentState(name, IsHealthy: false, time.GetUtcNow(), "It has not begun.");
    }

    /// <summary>How the part is now.</summary>
    public ComponentState State
    {
        get
        {
            lock (_lock)
            {
                return Now();
            }
        }
    }

    /// <summary>The part was found well.</summary>
    /// <param name="detail">More; null when there is nothing to say.</param>
    /// <param name="lasts">How long it counts as well unless it is found well again; null: until it is told to be ill.</param>
    public void SetHealthy(string? detail = null, TimeSpan? lasts = null)
    {
        lock (_lock)
        {
            var before = Now();
            var now = _time.GetUtcNow();
            _notified = before with { IsHealthy = true, Since = before.IsHealthy ? before.Since : now, Detail = detail };
            (_degraded, _validFor, _confirmed, _confirmedAt) = (null, lasts, now, _time.GetTimestamp());
        }
    }

    /// <summary>Something went wrong that may pass: the part stays as it is, and the reason is told.</summary>
    public void SetDegraded(string reason)
    {
        lock (_lock)
        {
            _degraded = reason;
        }
    }

    /// <summary>The part is ill.</summary>
    /// <param name="reason">Why.</param>
    public void SetUnhealthy(string reason)
    {
        lock (_lock)
        {
            var before = Now();
            _notified = before with { IsHealthy = false, Since = before.IsHealthy ? _time.GetUtcNow() : before.Since, Detail = reason };
            (_degraded, _validFor) = (null, null);
        }
    }

    private ComponentState Now()
    {
        var isSilent = _notified.IsHealthy && _validFor is { } lasts && _time.GetElapsedTime(_confirmedAt) > lasts;
        var state = isSilent ? _notified with { IsHealthy = false, Since = _confirmed, Detail = "Nothing was heard since." } : _notified;
        return _degraded is null ? state : state with { Detail = _degraded };
    }
}

namespace Bot.Adapters.Monitoring;

/// <summary>
/// How a part of the bot is, by what really happened to it. It is ill until it is first found well. Nothing that is told here may
/// hold a secret, or anything of a user: anybody who reaches the health endpoint reads it. Safe for any number of threads.
/// </summary>
public sealed class PartHealth
{
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private PartState _told;
    private string? _doubt;
    private TimeSpan? _lasts;
    private DateTimeOffset _confirmed;
    private long _confirmedAt;

    /// <summary>Makes it; the part is ill, since it has not begun.</summary>
    /// <param name="name">What the part is called.</param>
    /// <param name="time">The clock.</param>
    public PartHealth(string name, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _told = new PartState(name, IsWell: false, time.GetUtcNow(), "It has not begun.");
    }

    /// <summary>How the part is now.</summary>
    public PartState State
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
    public void Well(string? detail = null, TimeSpan? lasts = null)
    {
        lock (_lock)
        {
            var before = Now();
            var now = _time.GetUtcNow();
            _told = before with { IsWell = true, Since = before.IsWell ? before.Since : now, Detail = detail };
            (_doubt, _lasts, _confirmed, _confirmedAt) = (null, lasts, now, _time.GetTimestamp());
        }
    }

    /// <summary>Something went wrong that may pass: the part stays as it is, and the reason is told.</summary>
    public void Doubt(string reason)
    {
        lock (_lock)
        {
            _doubt = reason;
        }
    }

    /// <summary>The part is ill.</summary>
    /// <param name="reason">Why.</param>
    public void Ill(string reason)
    {
        lock (_lock)
        {
            var before = Now();
            _told = before with { IsWell = false, Since = before.IsWell ? _time.GetUtcNow() : before.Since, Detail = reason };
            (_doubt, _lasts) = (null, null);
        }
    }

    private PartState Now()
    {
        var isSilent = _told.IsWell && _lasts is { } lasts && _time.GetElapsedTime(_confirmedAt) > lasts;
        var state = isSilent ? _told with { IsWell = false, Since = _confirmed, Detail = "Nothing was heard since." } : _told;
        return _doubt is null ? state : state with { Detail = _doubt };
    }
}

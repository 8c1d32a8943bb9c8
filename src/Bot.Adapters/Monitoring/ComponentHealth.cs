namespace Bot.Adapters.Monitoring;

/// <summary>
/// How a component of the bot is, by what really happened to it. It is unhealthy until it is first found healthy. Nothing that is told
/// here may hold a secret, or anything of a user: anybody who reaches the health endpoint reads it. Safe for any number of threads.
/// </summary>
public sealed class ComponentHealth
{
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private ComponentState _reported;
    private string? _degraded;
    private TimeSpan? _validFor;
    private DateTimeOffset _confirmed;
    private long _confirmedAt;

    /// <summary>Makes it; the component is unhealthy, since it has not started.</summary>
    /// <param name="name">What the component is called.</param>
    /// <param name="time">The clock.</param>
    public ComponentHealth(string name, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _reported = new ComponentState(name, ComponentStatus.Unhealthy, time.GetUtcNow(), "Not started.");
    }

    /// <summary>How the component is now.</summary>
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

    /// <summary>The component was found healthy.</summary>
    /// <param name="detail">More; null when there is nothing to say.</param>
    /// <param name="validFor">How long it counts as healthy unless it is found so again; null: until something else is reported.</param>
    public void SetHealthy(string? detail = null, TimeSpan? validFor = null)
    {
        lock (_lock)
        {
            var before = Now();
            var now = _time.GetUtcNow();
            _reported = before with { Status = ComponentStatus.Healthy, Since = before.IsWorking ? before.Since : now, Detail = detail };
            (_degraded, _validFor, _confirmed, _confirmedAt) = (null, validFor, now, _time.GetTimestamp());
        }
    }

    /// <summary>Something went wrong that may pass: a component that works goes on as degraded, and the reason is told of any.</summary>
    /// <param name="reason">What went wrong.</param>
    public void SetDegraded(string reason)
    {
        lock (_lock)
        {
            _degraded = reason;
        }
    }

    /// <summary>The component does not do its work.</summary>
    /// <param name="reason">Why.</param>
    public void SetUnhealthy(string reason)
    {
        lock (_lock)
        {
            var before = Now();
            _reported = before with { Status = ComponentStatus.Unhealthy, Since = before.IsWorking ? _time.GetUtcNow() : before.Since, Detail = reason };
            (_degraded, _validFor) = (null, null);
        }
    }

    private ComponentState Now()
    {
        var isSilent = _reported.IsWorking && _validFor is { } validFor && _time.GetElapsedTime(_confirmedAt) > validFor;
        var state = isSilent ? _reported with { Status = ComponentStatus.Unhealthy, Since = _confirmed, Detail = "No contact since." } : _reported;
        return _degraded is null
            ? state
            : state with { Status = state.IsWorking ? ComponentStatus.Degraded : ComponentStatus.Unhealthy, Detail = _degraded };
    }
}

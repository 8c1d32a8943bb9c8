namespace Bot.Adapters.Monitoring;

/// <summary>
/// The health of a component of the bot, as observed. It is unhealthy until it is first reported healthy. Details and reasons must not
/// contain secrets or users' data, because the health endpoint exposes them. Safe for any number of threads.
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

    /// <summary>Creates the health of a component that has not started, and is therefore unhealthy.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="time">The clock.</param>
    public ComponentHealth(string name, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _reported = new ComponentState(name, ComponentStatus.Unhealthy, time.GetUtcNow(), "Not started.");
    }

    /// <summary>The current state.</summary>
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

    /// <summary>Reports the component as healthy.</summary>
    /// <param name="detail">Details; null for none.</param>
    /// <param name="validFor">The time after which it counts as unhealthy unless it is reported again; null when the report does not expire.</param>
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

    /// <summary>Reports a possibly temporary failure. A working component becomes degraded; one that does not work stays unhealthy. The reason is shown in both cases.</summary>
    /// <param name="reason">The failure.</param>
    public void SetDegraded(string reason)
    {
        lock (_lock)
        {
            _degraded = reason;
        }
    }

    /// <summary>Reports the component as unhealthy.</summary>
    /// <param name="reason">The reason.</param>
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
        var isExpired = _reported.IsWorking && _validFor is { } validFor && _time.GetElapsedTime(_confirmedAt) > validFor;
        var state = isExpired ? _reported with { Status = ComponentStatus.Unhealthy, Since = _confirmed, Detail = "No contact since." } : _reported;
        return _degraded is null
            ? state
            : state with { Status = state.IsWorking ? ComponentStatus.Degraded : ComponentStatus.Unhealthy, Detail = _degraded };
    }
}

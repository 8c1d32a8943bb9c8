namespace Bot.Adapters.Monitoring;

/// <summary>The status of a component of the bot.</summary>
public enum ComponentStatus
{
    /// <summary>It does not work.</summary>
    Unhealthy,

    /// <summary>It works, but a possibly temporary failure has occurred.</summary>
    Degraded,

    /// <summary>It works.</summary>
    Healthy,
}

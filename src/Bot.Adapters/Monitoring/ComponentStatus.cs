namespace Bot.Adapters.Monitoring;

/// <summary>How a component of the bot is.</summary>
public enum ComponentStatus
{
    /// <summary>It does not do its work.</summary>
    Unhealthy,

    /// <summary>It does its work, but something went wrong that may pass.</summary>
    Degraded,

    /// <summary>It does its work.</summary>
    Healthy,
}

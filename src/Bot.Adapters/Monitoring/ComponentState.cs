namespace Bot.Adapters.Monitoring;

/// <summary>How a component of the bot is, and since when.</summary>
/// <param name="Name">What the component is called.</param>
/// <param name="Status">How it is.</param>
/// <param name="Since">Since when it has been working or not; of one that has fallen silent, when it was last known to work.</param>
/// <param name="Detail">More, or what is wrong; null when there is nothing to say.</param>
public sealed record ComponentState(string Name, ComponentStatus Status, DateTimeOffset Since, string? Detail)
{
    /// <summary>Whether it does its work: healthy or degraded.</summary>
    public bool IsWorking => Status != ComponentStatus.Unhealthy;
}

namespace Bot.Adapters.Monitoring;

/// <summary>The state of a component of the bot.</summary>
/// <param name="Name">The component's name.</param>
/// <param name="Status">Its status.</param>
/// <param name="Since">When it began or stopped working. For a component whose last report has expired, the time of that report.</param>
/// <param name="Detail">Details, or the failure; null for none.</param>
public sealed record ComponentState(string Name, ComponentStatus Status, DateTimeOffset Since, string? Detail)
{
    /// <summary>Whether it works: it is healthy or degraded.</summary>
    public bool IsWorking => Status != ComponentStatus.Unhealthy;
}

namespace Bot.Adapters.Monitoring;

/// <summary>How a part of the bot is.</summary>
/// <param name="Name">What the part is called.</param>
/// <param name="IsHealthy">Whether it does its work.</param>
/// <param name="Since">Since when; of an ill part that has fallen silent, when it was last known to be well.</param>
/// <param name="Detail">More, or why it is ill; null when there is nothing to say.</param>
public sealed record ComponentState(string Name, bool IsHealthy, DateTimeOffset Since, string? Detail);

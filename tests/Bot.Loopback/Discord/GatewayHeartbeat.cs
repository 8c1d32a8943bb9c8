namespace Bot.Loopback.Discord;

/// <summary>A heartbeat of the bot.</summary>
/// <param name="At">When it came.</param>
/// <param name="Sequence">The last sequence number that the bot says it knows.</param>
public sealed record GatewayHeartbeat(DateTimeOffset At, long? Sequence);

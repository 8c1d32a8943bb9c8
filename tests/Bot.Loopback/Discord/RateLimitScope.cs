namespace Bot.Loopback.Discord;

/// <summary>Whose limit was exceeded ("Rate Limits", Header Format).</summary>
public enum RateLimitScope
{
    /// <summary>The bot's, on one route.</summary>
    User,

    /// <summary>The resource's, which does not count as an invalid request.</summary>
    Shared,

    /// <summary>The bot's, on all routes.</summary>
    Global,
}

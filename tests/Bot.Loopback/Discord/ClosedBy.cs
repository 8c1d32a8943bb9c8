namespace Bot.Loopback.Discord;

/// <summary>The side that ended a connection.</summary>
public enum ClosedBy
{
    /// <summary>Nobody yet.</summary>
    Nobody,

    /// <summary>The bot.</summary>
    Bot,

    /// <summary>The server.</summary>
    Server,
}

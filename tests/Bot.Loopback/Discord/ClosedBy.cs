namespace Bot.Loopback.Discord;

/// <summary>Who ended a connection.</summary>
public enum ClosedBy
{
    /// <summary>Nobody yet.</summary>
    Nobody,

    /// <summary>The bot.</summary>
    Bot,

    /// <summary>The server.</summary>
    Server,
}

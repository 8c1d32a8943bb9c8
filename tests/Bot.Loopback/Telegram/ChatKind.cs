namespace Bot.Loopback.Telegram;

/// <summary>The kinds of chats.</summary>
public enum ChatKind
{
    /// <summary>The bot and one user.</summary>
    Private,

    /// <summary>A basic group.</summary>
    Group,

    /// <summary>A supergroup, which may have topics.</summary>
    Supergroup,
}

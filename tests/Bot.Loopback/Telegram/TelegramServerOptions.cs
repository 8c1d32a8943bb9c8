namespace Bot.Loopback.Telegram;

/// <summary>How the server behaves.</summary>
public sealed record TelegramServerOptions
{
    /// <summary>The token that the bot must show. What stands before its colon is the bot's identifier.</summary>
    public string Token { get; init; } = "4242:loopback-token";

    /// <summary>The bot's name after <c>@</c>.</summary>
    public string BotUsername { get; init; } = "loopback_bot";

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The port; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether calls and strange parameters are remembered. A benchmark remembers none.</summary>
    public bool RecordCalls { get; init; } = true;

    /// <summary>How many messages a chat remembers.</summary>
    public int MessagesKept { get; init; } = int.MaxValue;

    /// <summary>How long the answer to every sent or edited message takes.</summary>
    public TimeSpan SendDelay { get; init; }

    /// <summary>Whether the bot sees in groups only what is meant for it.</summary>
    public bool PrivacyMode { get; init; } = true;

    /// <summary>Whether a command that names no bot reaches it in groups. In truth it does only if this bot wrote last.</summary>
    public bool BareCommandsReachBot { get; init; } = true;

    /// <summary>Whether the server runs beside the bot, so that a webhook may be plain HTTP on any port.</summary>
    public bool IsLocal { get; init; }

    /// <summary>
    /// Whether a poll that repeats the offset of the one before is held for three seconds, gives only one update within
    /// half a second, and whether repeated conflicts are held back, all as the real server does.
    /// </summary>
    public bool SlowsRepeatedPolls { get; init; }

    /// <summary>The identifier of the first update.</summary>
    public int FirstUpdateId { get; init; } = 500_000_001;

    /// <summary>How long a pressed button can be answered. The real server does not say.</summary>
    public TimeSpan CallbackLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long an inline or guest query can be answered. The real server does not say.</summary>
    public TimeSpan QueryLifetime { get; init; } = TimeSpan.FromSeconds(30);
}

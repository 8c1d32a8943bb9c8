namespace Bot.Telegram.Api;

/// <summary>The limits of a message.</summary>
internal static class MessageLimits
{
    /// <summary>The maximum length of its text after parsing, in UTF-16 units (Bot API, sendMessage: "1-4096 characters after entities parsing").</summary>
    public const int MaxLength = 4096;
}

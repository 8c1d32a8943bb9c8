namespace Bot.Loopback.Telegram;

/// <summary>Which messages a bot is shown (Bots, Privacy mode): in a group, those that are meant for it – commands, mentions and replies to its messages.</summary>
internal static class PrivacyMode
{
    /// <summary>Whether the bot is shown a message.</summary>
    public static bool Shows(ChatMessage message, TelegramChat chat, TelegramServer server)
    {
        if (chat.Kind == ChatKind.Private)
        {
            return true;
        }

        if (chat.BotStatus is "left" or "kicked")
        {
            return false;
        }

        if (!server.Options.PrivacyMode || chat.BotStatus == "administrator")
        {
            return true;
        }

        if (message.ReplyTo is { } replyTo && chat.Find(replyTo)?.From.Id == server.Bot.Id)
        {
            return true;
        }

        return message.Entities.Any(e => IsForBot(message.Text.Substring(e.Offset, e.Length), e.Type, server));
    }

    private static bool IsForBot(string part, string type, TelegramServer server)
    {
        var at = part.IndexOf('@');
        if (at < 0)
        {
            return type == "bot_command" && server.Options.BareCommandsReachBot;
        }

        return type is "bot_command" or "mention" && part.AsSpan(at + 1).Equals(server.Bot.Username, StringComparison.OrdinalIgnoreCase);
    }
}
